import { createHash } from 'node:crypto';
import { foldPath, inclusionPath, inclusionPaths, merkleRoot } from './merkle';

const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leavesOf = (size: number): Buffer[] => Array.from({ length: size }, (_, i) => sha256(Buffer.from([0, i])));

/** RFC 6962 §2.1 word for word. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0] as Buffer;
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Buffer.from([1]), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** RFC 6962 §2.1.1 word for word. */
function naivePath(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return index < k
    ? [...naivePath(index, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(index - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 32, 33];

describe('the Merkle tree (RFC 6962)', () => {
  it.each(SIZES)('of %i leaves has the root and the paths of the text', (size) => {
    const leaves = leavesOf(size);
    const all = inclusionPaths(leaves);
    expect(merkleRoot(leaves)).toEqual(naiveRoot(leaves));
    expect(all.root).toEqual(naiveRoot(leaves));
    leaves.forEach((leaf, i) => {
      const path = naivePath(i, leaves);
      expect(inclusionPath(leaves, i)).toEqual(path);
      expect(all.paths[i]).toEqual(path);
      expect(foldPath(leaf, i, size, path)).toEqual(naiveRoot(leaves));
    });
  });

  it('of leaves of certificate transparency has the published roots', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const leaves = inputs.map((hex) => sha256(Buffer.from([0]), Buffer.from(hex, 'hex')));
    expect(merkleRoot(leaves.slice(0, 1)).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(merkleRoot(leaves.slice(0, 2)).toString('hex')).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
    expect(merkleRoot(leaves.slice(0, 7)).toString('hex')).toBe(
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    );
    expect(merkleRoot(leaves).toString('hex')).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('proves no leaf at another index, and none by a longer, shorter or other path', () => {
    for (const size of SIZES) {
      const leaves = leavesOf(size);
      const root = merkleRoot(leaves);
      const isProof = (leaf: Buffer, index: number, path: readonly Buffer[]): boolean =>
        foldPath(leaf, index, size, path)?.equals(root) ?? false;
      leaves.forEach((leaf, i) => {
        const path = inclusionPath(leaves, i);
        leaves.forEach((other, j) => expect(isProof(other, j, path)).toBe(i === j));
        expect(isProof(leaf, i, [...path, leaf])).toBe(false);
        if (path.length > 0) expect(isProof(leaf, i, path.slice(1))).toBe(false);
        if (path.length > 1) expect(isProof(leaf, i, [...path].reverse())).toBe(false);
        for (const wrong of [-1, size, size + i, i + 0.5, Number.NaN]) expect(isProof(leaf, wrong, path)).toBe(false);
      });
    }
  });
});

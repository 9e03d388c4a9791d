import { hash } from 'node:crypto';

const HASH_BYTES = 32;
const NODE_PREFIX = 0x01;
// One scratch buffer for all nodes: hashing is synchronous, so nothing can come between filling and reading it.
const scratch = Buffer.alloc(1 + 2 * HASH_BYTES, NODE_PREFIX);

/** Root of the tree over ready leaf hashes (RFC 6962 §2.1); there must be at least one. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  return rootOf(leaves, 0, leaves.length);
}

/** Siblings of leaf `index` from the leaf upwards; none for a tree of one. */
export function inclusionPath(leaves: readonly Buffer[], index: number): Buffer[] {
  const path: Buffer[] = [];
  let [from, to] = [0, leaves.length];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(rootOf(leaves, middle, to));
      to = middle;
    } else {
      path.push(rootOf(leaves, from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/**
 * The root that leaf and path lead to in a tree of `size` leaves (RFC 9162 §2.1.3.2); undefined when the index lies
 * outside the tree or the path is too short or too long for it.
 */
export function foldPath(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined;
  let node = leaf;
  let position = index;
  let last = size - 1;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (position % 2 === 1 || position === last) {
      node = nodeOf(sibling, node);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      node = nodeOf(node, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? node : undefined;
}

/** All paths of a batch at once: every inner node is hashed once. */
export function inclusionPaths(leaves: readonly Buffer[]): { root: Buffer; paths: Buffer[][] } {
  const paths: Buffer[][] = leaves.map(() => []);
  const build = (from: number, to: number): Buffer => {
    if (to - from === 1) return leaves[from] as Buffer;
    const middle = from + splitOf(to - from);
    const left = build(from, middle);
    const right = build(middle, to);
    for (let i = from; i < middle; i += 1) paths[i]?.push(right);
    for (let i = middle; i < to; i += 1) paths[i]?.push(left);
    return nodeOf(left, right);
  };
  return { root: build(0, leaves.length), paths };
}

function rootOf(leaves: readonly Buffer[], from: number, to: number): Buffer {
  if (to - from === 1) return leaves[from] as Buffer;
  const middle = from + splitOf(to - from);
  return nodeOf(rootOf(leaves, from, middle), rootOf(leaves, middle, to));
}

function nodeOf(left: Buffer, right: Buffer): Buffer {
  left.copy(scratch, 1);
  right.copy(scratch, 1 + HASH_BYTES);
  return hash('sha256', scratch, 'buffer');
}

/** Largest power of two below the size. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

import { createHash } from 'node:crypto';
import { merkleRoot } from '@lienthong/envelope';
import fc from 'fast-check';
import { appendLeaves, type Frontier, frontierPlaces, rootOf, type TreeNode } from './merkle-tree.rules';

const leavesOf = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, i) => createHash('sha256').update(String(i)).digest());

const EMPTY_TREE: Frontier = { size: 0, nodes: [] };

describe('tree of the message log', () => {
  it('has the RFC 6962 root however its leaves were batched', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        const leaves = leavesOf(sizes.reduce((sum, size) => sum + size, 0));
        let tree: Frontier = EMPTY_TREE;
        const stored = new Map<string, TreeNode>();
        for (const size of sizes) {
          const batch = leaves.slice(tree.size, tree.size + size);
          const step = appendLeaves(tree, batch);
          for (const node of step.made) stored.set(`${node.level}/${node.index}`, node);
          tree = step.tree;
          const places = frontierPlaces(tree.size).map(({ level, index }) => stored.get(`${level}/${index}`));
          expect(places).toEqual(tree.nodes);
        }
        expect(rootOf(tree)).toEqual(merkleRoot(leaves));
      }),
    );
  });

  it('has no root while it is empty', () => {
    expect(rootOf(EMPTY_TREE)).toBeUndefined();
    expect(frontierPlaces(0)).toEqual([]);
  });
});

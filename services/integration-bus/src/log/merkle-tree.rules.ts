import { hash } from 'node:crypto';

const NODE_PREFIX = Buffer.from([1]);

/** A perfect subtree of 2^level leaves, the `index`-th of its level from the left. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Buffer;
}

/** The log's tree: its size and the perfect subtrees that cover it, largest first. */
export interface Frontier {
  readonly size: number;
  readonly nodes: readonly TreeNode[];
}

/** Inner node of an RFC 6962 tree: SHA-256(0x01 ‖ left ‖ right). */
export function parentOf(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([NODE_PREFIX, left, right]), 'buffer');
}

/** Places of the perfect subtrees that cover a tree of this size, largest first. */
export function frontierPlaces(size: number): { level: number; index: number }[] {
  const places: { level: number; index: number }[] = [];
  let covered = 0;
  for (let level = Math.floor(Math.log2(Math.max(size, 1))); level >= 0; level -= 1) {
    const width = 2 ** level;
    if (size - covered < width) continue;
    places.push({ level, index: covered / width });
    covered += width;
  }
  return places;
}

/** Appends leaves; `made` are all perfect subtrees that came into being, leaves included. */
export function appendLeaves(tree: Frontier, leaves: readonly Buffer[]): { tree: Frontier; made: readonly TreeNode[] } {
  const nodes = [...tree.nodes];
  const made: TreeNode[] = [];
  leaves.forEach((leaf, i) => {
    let node: TreeNode = { level: 0, index: tree.size + i, hash: leaf };
    made.push(node);
    for (let left = nodes.at(-1); left?.level === node.level; left = nodes.at(-1)) {
      nodes.pop();
      node = { level: node.level + 1, index: left.index / 2, hash: parentOf(left.hash, node.hash) };
      made.push(node);
    }
    nodes.push(node);
  });
  return { tree: { size: tree.size + leaves.length, nodes }, made };
}

/** RFC 6962 root; undefined for the empty tree. */
export function rootOf(tree: Frontier): Buffer | undefined {
  return tree.nodes.reduceRight<Buffer | undefined>(
    (right, node) => (right ? parentOf(node.hash, right) : node.hash),
    undefined,
  );
}

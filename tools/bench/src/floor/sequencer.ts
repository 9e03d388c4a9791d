import { createPublicKey, hash, sign } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PENDING, PLACE } from './bus.sql';
import type { Queries } from './place';
import type { Signer } from './wire';

interface Node {
  readonly level: number;
  readonly index: number;
  readonly hash: Buffer;
}

const EVERY_MS = 1_000;
const AT_ONCE = 2_000;
const ORIGIN = 'lienthong/integration-bus';
const NODE = Buffer.from([1]);
const ED25519 = Buffer.from([1]);

/** Gives log entries their places in the Merkle tree (RFC 6962) once a second, and signs a checkpoint. */
export class Sequencer {
  private size = 0;
  /** Perfect subtrees that cover the tree, largest first: nobody else writes it. */
  private readonly frontier: Node[] = [];
  private readonly keyId: Buffer;

  constructor(
    private readonly queries: Queries,
    private readonly signer: Signer,
  ) {
    const { x = '' } = createPublicKey(signer.key).export({ format: 'jwk' });
    const key = Buffer.concat([Buffer.from(`${ORIGIN}\n`), ED25519, Buffer.from(x, 'base64url')]);
    this.keyId = hash('sha256', key, 'buffer').subarray(0, 4);
  }

  async run(): Promise<never> {
    for (;;) if ((await this.place()) < AT_ONCE) await delay(EVERY_MS);
  }

  private async place(): Promise<number> {
    const pending = await this.queries.run<{ log_id: string; leaf: Buffer }>('pending', PENDING, [AT_ONCE]);
    if (pending.length === 0) return 0;
    const first = this.size;
    const made = pending.flatMap(({ leaf }) => this.append(leaf));
    const root = this.frontier.reduceRight<Buffer | undefined>(
      (right, { hash: left }) => (right ? above(left, right) : left),
      undefined,
    );
    await this.queries.run('place', PLACE, [
      ...[first, pending.map(({ log_id }) => log_id)],
      ...[made.map(({ level }) => level), made.map(({ index }) => index), made.map((node) => node.hash)],
      ...[this.size, root, this.note(root as Buffer), this.signer.kid],
    ]);
    return pending.length;
  }

  /** All perfect subtrees that come into being. */
  private append(leaf: Buffer): Node[] {
    const made: Node[] = [{ level: 0, index: this.size, hash: leaf }];
    let node = made[0] as Node;
    for (let left = this.frontier.at(-1); left?.level === node.level; left = this.frontier.at(-1)) {
      this.frontier.pop();
      node = { level: node.level + 1, index: left.index / 2, hash: above(left.hash, node.hash) };
      made.push(node);
    }
    this.frontier.push(node);
    this.size += 1;
    return made;
  }

  private note(root: Buffer): string {
    const text = `${ORIGIN}\n${this.size}\n${root.toString('base64')}\n`;
    const signature = Buffer.concat([this.keyId, sign(null, Buffer.from(text), this.signer.key)]);
    return `${text}\n— ${ORIGIN} ${signature.toString('base64')}\n`;
  }
}

function above(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

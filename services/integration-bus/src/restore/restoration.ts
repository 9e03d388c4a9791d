import { Injectable, Logger } from '@nestjs/common';
import { messageOf, RestoredV1 } from '@lienthong/envelope';
import { Clock, instantText, newId } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { TimedWork } from '@lienthong/service-host';
import type { ClientBase } from 'pg';
import { HeldWords } from '../exchange/held-words';
import { appendLog } from '../log/append-log';
import { ProtocolPost } from '../protocol-post';
import { ASKED_RESTORATION, BEGIN_EPOCH, CARRIED_OUT, NOT_ALL_TOLD, RENUMBER, TOLD } from './restoration.sql';

const EVERY_MS = 60_000;
const AGAIN_MS = 5_000;
const STREAMS_AT_ONCE = 1_000;

interface Asked {
  readonly id: string;
  readonly back_to: Date;
  readonly reason: string;
}

/**
 * What an operator asked for whose bus database went back: before anything is delivered all delivery numbers begin a new
 * epoch, then the members are told to send again what the lost time had answered. Known messages are dropped by identity.
 */
@Injectable()
export class Restoration extends TimedWork {
  private readonly logger = new Logger('restoration');

  constructor(
    private readonly database: Database,
    private readonly post: ProtocolPost,
    private readonly held: HeldWords,
    private readonly clock: Clock,
  ) {
    super({
      name: 'restoration',
      everyMs: EVERY_MS,
      work: () => this.tell(),
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'members are told later' }),
    });
  }

  /** Nothing is delivered and nothing is taken before this has ended. */
  override async start(): Promise<void> {
    while (await this.database.transaction((client) => this.carryOut(client)));
    await super.start();
  }

  private async carryOut(client: ClientBase): Promise<boolean> {
    const { rows } = await client.query<Asked>(ASKED_RESTORATION);
    const [asked] = rows;
    if (!asked) return false;
    const begun = await client.query<{ epoch: number }>(BEGIN_EPOCH, [asked.reason]);
    const epoch = begun.rows[0]?.epoch ?? 1;
    while ((await client.query(RENUMBER, [epoch, STREAMS_AT_ONCE])).rowCount);
    const at = this.clock.now();
    const logId = newId(this.clock);
    const content = { act: 'restoration', backTo: instantText(asked.back_to), reason: asked.reason, epoch };
    await appendLog(client, [{ logId, kind: 'admin', acceptedAt: at, verdict: { outcome: 'accepted' }, content }]);
    await client.query(CARRIED_OUT, [asked.id, epoch, at, logId]);
    this.logger.warn({ ...content, msg: 'the database went back: delivery numbers begin a new epoch' });
    return true;
  }

  private async tell(): Promise<{ readonly againInMs?: number }> {
    const { client, release } = await this.database.client();
    try {
      const { rows } = await client.query<{ id: string; back_to: Date; told: string[] }>(NOT_ALL_TOLD);
      const [open] = rows;
      if (!open) return {};
      const isUntold = (code: string): boolean => !open.told.includes(code);
      const [reached, held] = [this.post.members.filter(isUntold), this.held.members.filter(isUntold)];
      const body = { since: instantText(open.back_to) };
      await this.held.keep(held.map((member) => ({ member, kind: 'restored', item: body })));
      const definition = messageOf(RestoredV1);
      const missed = await this.post.send(reached.map((member) => ({ member, definition, body })));
      const told = [...held, ...reached.filter((member) => !missed.includes(member))];
      const isAll = missed.length === 0;
      await client.query(TOLD, [open.id, told, isAll, this.clock.now()]);
      return { againInMs: isAll ? 0 : AGAIN_MS };
    } finally {
      release();
    }
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { type ChangedKey, KeyChangedV1, messageOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { TimedWork } from '@lienthong/service-host';
import { ProtocolPost } from '../protocol-post';
import { CurrentRegistry } from './current-registry';

const EVERY_MS = 30_000;
const CLAIM = `
select n.log_id, k.kid from key_notice n join member_key k on k.log_id = n.log_id
where n.told_at is null order by n.log_id limit 500 for update of n skip locked`;
/** Also those whose key was changed once more meanwhile: the later notice tells both. */
const TELL = `
update key_notice n set told_at = $2 where n.told_at is null
  and (n.log_id = any($1) or n.log_id <= $3 and not exists (select 1 from member_key k where k.log_id = n.log_id))`;

/** Tells every member that takes protocol messages of new and revoked keys, until all were told. */
@Injectable()
export class KeyAnnouncer extends TimedWork {
  private readonly logger = new Logger(KeyAnnouncer.name);

  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
    private readonly post: ProtocolPost,
    private readonly clock: Clock,
  ) {
    super({
      name: 'key-announcer',
      everyMs: EVERY_MS,
      work: () => this.tell(),
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'changed keys are told again' }),
    });
  }

  override start(): Promise<void> {
    this.registry.onChange(() => this.wakeIn(0));
    return super.start();
  }

  /** Marked only when told: a crash in between tells them twice. */
  private async tell(): Promise<{ readonly againInMs?: number }> {
    await this.registry.refreshIfChanged();
    await this.database.transaction(async (client) => {
      const { rows } = await client.query<{ log_id: string; kid: string }>(CLAIM);
      const last = rows.at(-1);
      if (!last) return;
      await this.tellAll(this.changedKeys(new Set(rows.map(({ kid }) => kid))));
      await client.query(TELL, [rows.map((row) => row.log_id), this.clock.now(), last.log_id]);
    });
    return {};
  }

  private changedKeys(kids: ReadonlySet<string>): ChangedKey[] {
    return this.registry.publishedKeys
      .filter(({ kid }) => kids.has(kid))
      .map(({ kid, member, publicJwk: { x }, validFrom, validTo }) => ({
        ...{ kid, member, x, validFrom },
        ...(validTo === undefined ? {} : { validTo }),
      }));
  }

  /** While one member was not reached all are told again: who lacks a key parks what it signs, and a repeat changes nothing. */
  private async tellAll(items: readonly ChangedKey[]): Promise<void> {
    const { members } = this.post;
    const missed = await this.post.send(
      members.map((member) => ({ member, definition: messageOf(KeyChangedV1), body: { items: [...items] } })),
    );
    if (missed.length > 0) throw new Error(`not reached: ${missed.join(', ')}`);
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { KeyChangedV1, messageOf } from '@lienthong/envelope';
import { TimedWork } from '@lienthong/service-host';
import { HeldWords } from '../exchange/held-words';
import { ProtocolPost } from '../protocol-post';
import { CurrentRegistry } from './current-registry';
import { type KeyNotice, KeyNotices } from './key-notices';

const EVERY_MS = 30_000;
/** Members that are told before it is marked; on a slow broker some seconds. */
const PIECE = 20;

/** Tells every member of new and ended keys, each once, until all were told; who lacks a key parks what it signs. */
@Injectable()
export class KeyAnnouncer extends TimedWork {
  private readonly logger = new Logger(KeyAnnouncer.name);
  private ending = false;
  /** Who could not be reached last time comes last next time. */
  private startsAfter = '';

  constructor(
    private readonly notices: KeyNotices,
    private readonly registry: CurrentRegistry,
    private readonly post: ProtocolPost,
    private readonly held: HeldWords,
  ) {
    super({
      name: 'key-announcer',
      everyMs: EVERY_MS,
      work: () => this.tell(),
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'changed keys are told again' }),
    });
  }

  override start(): Promise<void> {
    this.ending = false;
    this.registry.onChange(() => this.wakeIn(0));
    return super.start();
  }

  /** What is not told goes on at the next start, or at another instance. */
  override stop(): Promise<void> {
    this.ending = true;
    return super.stop();
  }

  private async tell(): Promise<{ readonly againInMs?: number }> {
    await this.registry.refreshIfChanged();
    const notices = await this.notices.claim();
    if (notices.length === 0) return {};
    const left = await this.tellAll(notices).catch(async (error: unknown) => {
      await this.notices.leave(notices);
      throw error;
    });
    if (left === 0) await this.notices.toldAll(notices);
    else await this.notices.leave(notices);
    if (left > 0) this.logger.warn({ left, msg: 'changed keys are told again to those that were not reached' });
    return {};
  }

  /** Marked after each piece: a crash in between tells one piece twice. Returns how many members are left. */
  private async tellAll(notices: readonly KeyNotice[]): Promise<number> {
    const waiting = this.held.members.filter((member) => isUntold(notices, member));
    const words = waiting.map(
      (member) => ({ member, kind: 'key-changed', item: this.bodyFor(notices, member) }) as const,
    );
    await this.held.keep(words.filter(({ item }) => item.items.length > 0));
    await this.notices.told(notices, waiting);
    const untold = this.inTurn(this.post.members.filter((member) => isUntold(notices, member)));
    let left = untold.length;
    for (let at = 0; at < untold.length && !this.ending; at += PIECE) {
      const piece = untold.slice(at, at + PIECE);
      const missed = await this.sendTo(notices, piece);
      const reached = piece.filter((member) => !missed.includes(member));
      await this.notices.told(notices, reached);
      left -= reached.length;
      // most probably the broker is away: nobody else is tried, and the next turn begins with others
      if (reached.length === 0) {
        this.startsAfter = piece.at(-1) ?? '';
        break;
      }
    }
    return left;
  }

  private async sendTo(notices: readonly KeyNotice[], members: readonly string[]): Promise<readonly string[]> {
    const definition = messageOf(KeyChangedV1);
    const letters = members.map((member) => ({ member, definition, body: this.bodyFor(notices, member) }));
    return this.post.send(letters.filter(({ body }) => body.items.length > 0));
  }

  private inTurn(members: readonly string[]): readonly string[] {
    const sorted = [...members].sort();
    const at = sorted.findIndex((member) => member > this.startsAfter);
    return at > 0 ? [...sorted.slice(at), ...sorted.slice(0, at)] : sorted;
  }

  private bodyFor(notices: readonly KeyNotice[], member: string): KeyChangedV1 {
    const kids = new Set(notices.filter(({ told }) => !told.includes(member)).map(({ kid }) => kid));
    const items = this.registry.publishedKeys
      .filter(({ kid }) => kids.has(kid))
      .map(({ kid, member: owner, publicJwk: { x }, validFrom, validTo }) => ({
        ...{ kid, member: owner, x, validFrom },
        ...(validTo === undefined ? {} : { validTo }),
      }));
    return { items };
  }
}

function isUntold(notices: readonly KeyNotice[], member: string): boolean {
  return notices.some(({ told }) => !told.includes(member));
}

import { Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { idFloor } from '../id-floor';
import { BEGIN_AGAIN, BEGIN_HISTORY, STOP_REPLAY } from './replay.sql';
import { DEFAULT_PER_SECOND, type HistoryContent, type ReplayContent } from './replay.request';

/** Who stands for a replay, and since when. */
export interface ReplayOrder {
  readonly id: string;
  readonly reason: string;
  /** Two operators; or the member itself, which says that it lost what it had. */
  readonly by: readonly string[];
  readonly at: Date;
}

export interface Begun {
  readonly replay: string;
  /** Messages that fit; today's grants and retention decide about each when its turn comes. */
  readonly found: number;
}

/** An entry's id is made within this time of its acceptance. */
const MARGIN_MS = 60_000;

/** Begins replays, inside the transaction of the act; a worker carries them out at their pace. */
@Injectable()
export class Replays {
  /** Sends answered deliveries once more. */
  again(client: ClientBase, content: ReplayContent, order: ReplayOrder): Promise<Begun> {
    return this.beginAgain(client, { kind: 'again', content, order });
  }

  /** Sends once more what a member that was restored had answered since then. */
  restored(
    client: ClientBase,
    recipient: string,
    { since, order }: { since: Date; order: ReplayOrder },
  ): Promise<Begun> {
    return this.beginAgain(client, { kind: 'restored', content: { recipient }, order, answeredSince: since });
  }

  /** Gives a member the past that did not name it. */
  async history(client: ClientBase, content: HistoryContent, order: ReplayOrder): Promise<Begun> {
    const { recipient, types, sender = null, dossierCode = null } = content;
    const [from, to] = [new Date(content.from), content.to ? new Date(content.to) : order.at];
    const span = [from, to, idFloor(from.getTime() - MARGIN_MS), idFloor(to.getTime() + MARGIN_MS)];
    return begun(
      client,
      BEGIN_HISTORY,
      [...columnsOf('history', content, order), recipient, types, sender, dossierCode, ...span],
      order,
    );
  }

  /** What was sent by then is sent. */
  async stop(client: ClientBase, id: string, at: Date): Promise<void> {
    await client.query(STOP_REPLAY, [id, at]);
  }

  private beginAgain(
    client: ClientBase,
    wanted: {
      readonly kind: 'again' | 'restored';
      readonly content: ReplayContent;
      readonly order: ReplayOrder;
      readonly answeredSince?: Date;
    },
  ): Promise<Begun> {
    const { kind, content, order, answeredSince = null } = wanted;
    const { recipient, sender, type, outcome, cause, dossierCode, logId } = content;
    const filter = [recipient, sender, type, outcome, cause, dossierCode, logId].map((value) => value ?? null);
    const [from, to] = [content.from, content.to].map((text) => (text === undefined ? null : new Date(text)));
    const ids = [from ? idFloor(from.getTime() - MARGIN_MS) : null, to ? idFloor(to.getTime() + MARGIN_MS) : null];
    const parameters = [...columnsOf(kind, content, order), ...filter, from, to, ...ids, answeredSince];
    return begun(client, BEGIN_AGAIN, parameters, order);
  }
}

function columnsOf(kind: string, content: ReplayContent | HistoryContent, order: ReplayOrder): unknown[] {
  const { id, reason, by, at } = order;
  const perSecond = content.perSecond ?? DEFAULT_PER_SECOND;
  return [id, kind, JSON.stringify(content), reason, JSON.stringify(by), perSecond, at];
}

async function begun(
  client: ClientBase,
  sql: string,
  parameters: unknown[],
  { id: replay }: ReplayOrder,
): Promise<Begun> {
  const { rows } = await client.query<{ found: number }>(sql, parameters);
  return { replay, found: rows[0]?.found ?? 0 };
}

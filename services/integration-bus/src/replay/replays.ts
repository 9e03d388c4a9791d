import { Injectable } from '@nestjs/common';
import { idFloor } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import { BEGIN_AGAIN, BEGIN_HISTORY, STOP_REPLAY } from './replay.sql';
import { DEFAULT_PER_SECOND, type HistoryContent, type ReplayContent } from './replay.request';

/** Who stands for a replay, and since when. */
export interface ReplayOrder {
  readonly id: string;
  readonly reason: string;
  /** The two operators. */
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
    const { recipient, sender, type, outcome, cause, dossierCode, logId } = content;
    const filter = [recipient, sender, type, outcome, cause, dossierCode, logId].map((value) => value ?? null);
    const [from = null, to = null] = [content.from, content.to].map((text) =>
      text === undefined ? null : new Date(text),
    );
    const parameters = [...columnsOf('again', content, order), ...filter, from, to, ...idsOf(from, to)];
    return begun(client, BEGIN_AGAIN, parameters, order);
  }

  /** Gives a member the past that did not name it. */
  async history(client: ClientBase, content: HistoryContent, order: ReplayOrder): Promise<Begun> {
    const { recipient, types, sender = null, dossierCode = null } = content;
    const [from, to] = [new Date(content.from), content.to ? new Date(content.to) : order.at];
    const span = [from, to, ...idsOf(from, to)];
    return begun(
      client,
      BEGIN_HISTORY,
      [...columnsOf('history', content, order), recipient, types, sender, dossierCode, ...span],
      order,
    );
  }

  /** What was sent by then is sent. Returns whether it ran. */
  async stop(client: ClientBase, id: string, at: Date): Promise<boolean> {
    const { rows } = await client.query<{ stopped: boolean }>(STOP_REPLAY, [id, at]);
    return rows[0]?.stopped ?? false;
  }
}

/** Between which ids the entries of a span of time lie. */
function idsOf(from: Date | null, to: Date | null): readonly (string | null)[] {
  return [from && idFloor(new Date(from.getTime() - MARGIN_MS)), to && idFloor(new Date(to.getTime() + MARGIN_MS))];
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

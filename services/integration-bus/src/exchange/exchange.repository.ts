import { shardOf } from '@lienthong/messaging';
import type { ClientBase } from 'pg';
import type { AcknowledgedDelivery } from '../deliveries/acknowledgement.rules';
import { type Delivery, deliveryStreamKey, type UnnumberedDelivery } from '../deliveries/delivery';
import type { IntegrationBusConfig } from '../integration-bus.config';
import { logParameters } from '../log/append-log';
import type { BatchPlan, WantedDeliveries } from './batch-plan';
import {
  ANSWER_DELIVERIES,
  FIND_PRIORS,
  LOCK_STREAMS,
  MAKE_DELIVERIES,
  RESEND_DELIVERIES,
  WRITE_LOG,
} from './exchange.sql';
import { identityOf, type Submission } from './submission';
import type { Prior, PriorRejection, StreamCount } from './verdict.rules';

export interface LockedStream extends StreamCount {
  readonly stashed: number;
}

export interface AnswersWrite {
  readonly plan: BatchPlan;
  readonly streams: ReadonlyMap<string, StreamCount>;
  readonly now: Date;
  /** NOTIFY channel when another process leads the relay. */
  readonly channel?: string;
  readonly config: Pick<IntegrationBusConfig, 'inFlightPerRecipient' | 'redeliverAfterMs' | 'redeliverAtMostMs'>;
  /** When a delivery was produced that is not marked yet, where that is known. */
  readonly sentAt: (answer: AcknowledgedDelivery) => Date | undefined;
}

/** Locks the incoming streams, sorted by key. */
export async function lockStreams(client: ClientBase, keys: readonly string[]): Promise<Map<string, LockedStream>> {
  if (keys.length === 0) return new Map();
  const { rows } = await client.query<{ key: string; epoch: number; last_in: string; stashed: number }>(LOCK_STREAMS, [
    keys,
  ]);
  return new Map(rows.map((row) => [row.key, { epoch: row.epoch, lastIn: Number(row.last_in), stashed: row.stashed }]));
}

interface PriorRow {
  sender: string;
  id: string;
  leaf: Buffer;
  content_hash: string | null;
  log_id: string;
  code: string;
  text: string;
  at: Date;
}

/** Reads after the stream locks, so that what a predecessor committed is seen. */
export async function findPriors(client: ClientBase, submissions: readonly Submission[]): Promise<Map<string, Prior>> {
  const priors = new Map<string, Prior>();
  if (submissions.length === 0) return priors;
  const identities = new Map(submissions.map((s) => [identityOf(s), s]));
  const { rows } = await client.query<PriorRow>(FIND_PRIORS, [
    [...identities.values()].map((s) => s.sender),
    [...identities.values()].map((s) => s.envelope.attributes.id),
  ]);
  for (const row of rows) {
    const prior = priors.get(`${row.sender}|${row.id}`) ?? { rejections: [] as PriorRejection[] };
    if (row.content_hash !== null) prior.first = { leaf: row.leaf, contentHash: row.content_hash };
    else prior.rejections.push({ leaf: row.leaf, logId: row.log_id, code: row.code, text: row.text, at: row.at });
    priors.set(`${row.sender}|${row.id}`, prior);
  }
  return priors;
}

/** Writes every delivery with the next number of its (recipient, stream). */
export async function makeDeliveries<D extends Pick<UnnumberedDelivery, 'recipient' | 'stream' | 'office' | 'logId'>>(
  client: ClientBase,
  deliveries: readonly D[],
): Promise<(D & Pick<Delivery, 'epoch' | 'sequence'>)[]> {
  if (deliveries.length === 0) return [];
  const { rows } = await client.query<{ log_id: string; recipient: string; epoch: number; seq: string }>(
    MAKE_DELIVERIES,
    [
      deliveries.map(deliveryStreamKey),
      deliveries.map((d) => d.recipient),
      deliveries.map((d) => d.stream),
      deliveries.map((d) => d.office),
      deliveries.map((d) => d.logId),
      deliveries.map((d) => shardOf(deliveryStreamKey(d))),
    ],
  );
  const places = new Map(rows.map((row) => [`${row.recipient}|${row.log_id}`, row]));
  return deliveries.map((delivery) => {
    const place = places.get(`${delivery.recipient}|${delivery.logId}`);
    if (!place) throw new Error(`stream ${deliveryStreamKey(delivery)} gave no number`);
    return { ...delivery, epoch: place.epoch, sequence: Number(place.seq) };
  });
}

export async function writeLog(client: ClientBase, plan: BatchPlan): Promise<void> {
  if (plan.entries.length === 0) return;
  const { known, rejections, kept } = plan;
  await client.query(WRITE_LOG, [
    ...logParameters(plan.entries),
    known.map((k) => k.submission.sender),
    known.map((k) => k.submission.envelope.attributes.id),
    known.map((k) => k.submission.leaf),
    known.map((k) => k.submission.envelope.attributes.contenthash),
    known.map((k) => k.logId),
    rejections.map((r) => r.submission.sender),
    rejections.map((r) => r.submission.envelope.attributes.id),
    rejections.map((r) => r.leaf),
    rejections.map((r) => r.logId),
    rejections.map((r) => r.code),
    rejections.map((r) => r.text),
    rejections.map((r) => r.at),
    kept.map((k) => k.logId),
    kept.map((k) => k.submission.envelope.value),
    kept.map((k) => k.submission.envelope.contentsalt),
    kept.map((k) => k.submission.envelope.traceparent ?? null),
  ]);
}

/** Returns how many deliveries were answered. */
export async function answerDeliveries(client: ClientBase, write: AnswersWrite): Promise<number> {
  const { plan, streams, now, config } = write;
  const counts = [...streams.entries()];
  const answers = plan.acknowledged;
  if (plan.deliveries.length + answers.length + counts.length === 0) return 0;
  const { rows } = await client.query<{ acknowledged: number }>(ANSWER_DELIVERIES, [
    counts.map(([key]) => key),
    counts.map(([, count]) => count.epoch),
    counts.map(([, count]) => count.lastIn),
    answers.map((a) => a.recipient),
    answers.map((a) => a.stream),
    answers.map((a) => a.sequence),
    answers.map((a) => a.logId),
    answers.map((a) => a.outcome),
    answers.map((a) => a.handledAt),
    answers.map((a) => a.cause ?? null),
    answers.map((a) => a.ackLogId),
    answers.map((a) => a.ackPath ?? null),
    now,
    answers.map((a) => write.sentAt(a) ?? null),
    write.channel ?? null,
    config.inFlightPerRecipient,
    plan.deliveries.length > 0,
    config.redeliverAfterMs,
    config.redeliverAtMostMs,
  ]);
  return rows[0]?.acknowledged ?? 0;
}

/** Lets deliveries that their recipients miss wait again. Returns how many; a statement only for who asks. */
export async function resendDeliveries(
  client: ClientBase,
  wanted: readonly WantedDeliveries[],
  { now, channel, config }: Pick<AnswersWrite, 'now' | 'channel' | 'config'>,
): Promise<number> {
  const asked = wanted.map(({ recipient, ranges }) =>
    client.query<{ reopened: number }>(RESEND_DELIVERIES, [
      recipient,
      ranges.map((range) => range.stream),
      ranges.map((range) => range.epoch),
      ranges.map((range) => range.from),
      ranges.map((range) => range.to),
      config.inFlightPerRecipient,
      now,
      channel ?? null,
    ]),
  );
  const answers = await Promise.all(asked);
  return answers.reduce((sum, { rows }) => sum + (rows[0]?.reopened ?? 0), 0);
}

import { Injectable } from '@nestjs/common';
import { type AppError, Clock } from '@lienthong/kernel';
import type { Ride } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import type { Delivery } from '../deliveries/delivery';
import { DELIVERY_CHANNEL, DeliveryRelay } from '../deliveries/delivery-relay';
import { faultsOfNaming, nameFiles } from '../files/named-files';
import { IntegrationBusConfig } from '../integration-bus.config';
import { type BatchPlan, planBatch } from './batch-plan';
import { BesideDeliveries } from './beside-deliveries';
import {
  type AnswersWrite,
  answerDeliveries,
  findPriors,
  lockStreams,
  type LockedStream,
  makeDeliveries,
  resendDeliveries,
  writeLog,
} from './exchange.repository';
import { changeStash, readStash, type StashPlace } from './exchange-stash.repository';
import { RecordExaminer } from './record-examiner';
import { type Examined, isVerified, streamKeyOf, type Submission, type Unverifiable } from './submission';
import { judge, type Judgement, type Prior } from './verdict.rules';

/** One batch: what came, and what is judged with it of what waits; by default all that may follow now. */
export interface Batch {
  readonly examined: readonly Examined[];
  readonly stashed?: readonly Stashed[];
}

/** A batch on its way to the commit. */
export interface Exchanging {
  readonly outcome: () => Promise<ExchangedBatch>;
}

/** A batch as it was committed. */
export interface ExchangedBatch extends Judgement {
  readonly plan: BatchPlan;
  readonly deliveries: readonly Delivery[];
  readonly unverifiable: readonly Unverifiable[];
  /** Deliveries that were answered. */
  readonly acknowledged: number;
  /** Deliveries that wait again since their recipients miss them. */
  readonly reopened: number;
}

/**
 * The statements of one batch, in this order: lock the incoming streams, look up known identities; write the log, the
 * deliveries with their numbers, the answers and counters. Seven with begin and commit, in two round trips; two to four more
 * where a gap closes.
 */
@Injectable()
export class ExchangeTransaction {
  constructor(
    private readonly examiner: RecordExaminer,
    private readonly relay: DeliveryRelay,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
    private readonly beside: BesideDeliveries,
  ) {}

  /** Sends the last statements without waiting: they ride with the commit, after which `outcome` tells what they did. */
  async run(client: ClientBase, ride: Ride, { examined, stashed: chosen }: Batch): Promise<Exchanging> {
    const came = examined.filter(isVerified);
    const chosenAlready = verifiedOf(chosen ?? []);
    const [before, known] = await lockAndLook(client, [...came, ...chosenAlready]);
    const waited = chosen ?? (await this.followers(client, came, before));
    const further = chosen ? [] : verifiedOf(waited);
    const priors = new Map([...known, ...(await findPriors(client, further))]);
    const faults = await faultsOfNaming(client, [...came, ...verifiedOf(waited)], this.clock.now());
    const arrived = came.map((one) => refusedBy(faults, one));
    const stashed = waited.map(({ place, one }) => ({ place, one: isVerified(one) ? refusedBy(faults, one) : one }));
    const judgement = judge([...arrived, ...verifiedOf(stashed)], { streams: before, priors });
    const unverifiable = [...examined, ...stashed.map(({ one }) => one)].filter(isUnverifiable);
    const plan = planBatch(judgement.verdicts, unverifiable, this.clock);
    const channel = this.relay.isLeader ? {} : { channel: DELIVERY_CHANNEL };
    const sentAt: AnswersWrite['sentAt'] = (answer) => this.relay.sentAt(answer);
    const settings = { now: this.clock.now(), config: this.config, sentAt, ...channel };
    const streams = moved(before, judgement);
    const logged = writeLog(client, plan);
    const changes = [
      makeDeliveries(client, plan.deliveries),
      answerDeliveries(client, { plan, streams, ...settings }),
      resendDeliveries(client, plan.wanted, settings),
      changeStash(client, this.stashChange(judgement, stashed, before)),
      this.beside.write(client, plan),
    ] as const;
    const told = this.beside.tell(client, judgement, plan);
    for (const change of [logged, nameFiles(client, plan.kept), told, ...changes]) ride(change);
    return {
      outcome: async () => {
        const [deliveries, acknowledged, reopened] = await Promise.all(changes);
        return { ...judgement, plan, deliveries, unverifiable, acknowledged, reopened };
      },
    };
  }

  /** What waits behind a gap is looked at only when the missing number may have come. */
  private async followers(
    client: ClientBase,
    arrived: readonly Submission[],
    before: ReadonlyMap<string, LockedStream>,
  ): Promise<Stashed[]> {
    const closing = arrived.filter((submission) => {
      const stream = before.get(streamKeyOf(submission));
      if (!stream || stream.stashed === 0 || submission.isProtocol) return false;
      return submission.epoch > stream.epoch || submission.sequence === stream.lastIn + 1;
    });
    return closing.length === 0 ? [] : this.stashedBehind(client, closing);
  }

  /** All that waits in the streams of these messages, examined again, in number order. */
  async stashedBehind(client: ClientBase, closing: readonly Submission[]): Promise<Stashed[]> {
    const rows = await readStash(client, keysOf(closing));
    return rows.map(({ place, record }) => {
      const one = this.examiner.examine(record);
      return { place, one: isVerified(one) ? { ...one, fromStash: true } : one };
    });
  }

  /** What was judged leaves the stash, and so does what no longer verifies; a stashed record whose copy came now stays. */
  private stashChange(
    { verdicts, waiting }: Judgement,
    stashed: readonly Stashed[],
    before: ReadonlyMap<string, LockedStream>,
  ): { added: Submission[]; removed: StashPlace[]; now: Date } {
    const judged = new Set<Examined>(verdicts.map(({ submission }) => submission));
    const room = (one: Submission): boolean =>
      (before.get(streamKeyOf(one))?.stashed ?? 0) < this.config.stashedPerStream;
    return {
      added: waiting.filter((one) => !one.fromStash && room(one)),
      removed: stashed.filter(({ one }) => !isVerified(one) || judged.has(one)).map(({ place }) => place),
      now: this.clock.now(),
    };
  }
}

async function lockAndLook(
  client: ClientBase,
  submissions: readonly Submission[],
): Promise<[Map<string, LockedStream>, Map<string, Prior>]> {
  const keys = keysOf(submissions);
  // in one go: the second looks with a snapshot of its own, after the locks
  const [streams, priors] = await Promise.all([lockStreams(client, keys), findPriors(client, submissions)]);
  // one that another instance made at the same moment is seen, and locked, by the next look
  return streams.size < keys.length ? lockAndLook(client, submissions) : [streams, priors];
}

/** A message that names a file which its sender may not name, or which is not whole, is judged like any that may not pass. */
function refusedBy(faults: ReadonlyMap<Submission, AppError>, one: Submission): Submission {
  const fault = faults.get(one);
  return fault ? { ...one, admission: { admitted: false, fault } } : one;
}

function verifiedOf(stashed: readonly Stashed[]): Submission[] {
  return stashed.flatMap(({ one }) => (isVerified(one) ? [one] : []));
}

/** A record that waited behind a gap, examined again. */
export interface Stashed {
  readonly place: StashPlace;
  readonly one: Examined;
}

function isUnverifiable(one: Examined): one is Unverifiable {
  return !isVerified(one);
}

function keysOf(submissions: readonly Submission[]): string[] {
  return [...new Set(submissions.filter((one) => !one.isProtocol).map(streamKeyOf))].sort();
}

function moved(before: ReadonlyMap<string, LockedStream>, { streams }: Judgement): Judgement['streams'] {
  return new Map([...streams].filter(([key, count]) => before.get(key) !== count));
}

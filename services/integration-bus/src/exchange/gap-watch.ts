import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, instantText } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import type { ClientBase } from 'pg';
import { IntegrationBusConfig } from '../integration-bus.config';
import type { Answer } from './answers.rules';
import { AnswerSender } from './answer-sender';
import { CLAIM_ALARMS, CLAIM_GAPS } from './gap.sql';
import { HeldWords } from './held-words';

const LONGEST_STOP_MS = 2_000;

interface GapRow {
  key: string;
  epoch: number;
  last_in: string;
  stash_epoch: number;
  stash_seq: string;
}

interface AlarmRow {
  key: string;
  epoch: number;
  last_in: string;
  stashed: number;
  gap_since: Date;
}

/**
 * Asks senders again for missing numbers while messages wait behind a gap, and raises an alarm when that takes long;
 * instances share the work by claiming rows.
 */
@Injectable()
export class GapWatch implements BackgroundPart {
  readonly name = 'gaps';
  private readonly logger = new Logger(GapWatch.name);
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;

  constructor(
    private readonly database: Database,
    private readonly answers: AnswerSender,
    private readonly held: HeldWords,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  start(): Promise<void> {
    this.timer = setInterval(() => {
      // A look that takes longer than the interval, e.g. while the database hangs, is not followed by a queue of looks.
      this.running ??= this.look()
        .catch((error: unknown) => this.logger.warn({ error: String(error), msg: 'gaps could not be looked for' }))
        .finally(() => (this.running = undefined));
    }, this.config.askAgainMs);
    return Promise.resolve();
  }

  health(): ProbeResult {
    return this.timer ? { ready: true } : { ready: false, waitingFor: 'the watch for gaps to start' };
  }

  /** Waits for a running look for a while: without a database it may take longer than a stop may. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.race([this.running, delay(LONGEST_STOP_MS, undefined, { ref: false })]);
  }

  private async look(): Promise<void> {
    const { client, release } = await this.database.client();
    try {
      await this.askAgain(client);
      await this.alarm(client);
    } finally {
      release();
    }
  }

  private async askAgain(client: ClientBase): Promise<void> {
    const { rows } = await client.query<GapRow>(CLAIM_GAPS, this.nowAndBefore(this.config.askAgainMs));
    if (rows.length > 0) this.logger.warn({ gaps: rows.length, msg: 'messages wait behind missing numbers' });
    const answers = answersFor(rows);
    this.answers.send(answers);
    await this.askHeld(answers);
  }

  /** Members without a topic find it with what they take next. */
  private async askHeld(answers: ReadonlyMap<string, Answer>): Promise<void> {
    const held = [...answers].filter(([member]) => this.held.isHeld(member));
    const words = held.flatMap(([member, { wanted }]) =>
      wanted.map((item) => ({ member, kind: 'resend-wanted', item }) as const),
    );
    await this.held.keep(words);
  }

  /** One line per stream and interval: the sender does not send what it is asked for, so somebody must look. */
  private async alarm(client: ClientBase): Promise<void> {
    const { rows } = await client.query<AlarmRow>(CLAIM_ALARMS, this.nowAndBefore(this.config.gapAlarmMs));
    for (const row of rows) {
      const { sender, stream } = streamOfKey(row.key);
      const facts = { alarm: true, sender, stream, epoch: row.epoch, missing: Number(row.last_in) + 1 };
      const since = instantText(row.gap_since);
      this.logger.error({ ...facts, waiting: row.stashed, since, msg: 'a gap in a stream does not close' });
    }
  }

  private nowAndBefore(ms: number): [Date, Date] {
    const now = this.clock.now();
    return [now, new Date(now.getTime() - ms)];
  }
}

function streamOfKey(key: string): { readonly sender: string; readonly stream: string } {
  const bar = key.indexOf('|');
  return { sender: key.slice(0, bar), stream: key.slice(bar + 1) };
}

function answersFor(rows: readonly GapRow[]): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const row of rows) {
    const { sender, stream } = streamOfKey(row.key);
    const answer = answers.get(sender) ?? { accepted: [], rejected: [], wanted: [] };
    const epoch = row.stash_epoch;
    const from = epoch === row.epoch ? Number(row.last_in) + 1 : 1;
    answer.wanted.push({ stream, epoch, from, to: Number(row.stash_seq) - 1 });
    answers.set(sender, answer);
  }
  return answers;
}

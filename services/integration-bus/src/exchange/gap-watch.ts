import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import { IntegrationBusConfig } from '../integration-bus.config';
import type { Answer } from './answers.rules';
import { AnswerSender } from './answer-sender';
import { CLAIM_GAPS } from './gap.sql';

interface GapRow {
  key: string;
  epoch: number;
  last_in: string;
  stash_epoch: number;
  stash_seq: string;
}

/** Asks senders again for missing numbers while messages wait behind a gap; instances share the work by claiming rows. */
@Injectable()
export class GapWatch implements BackgroundPart {
  readonly name = 'gaps';
  private readonly logger = new Logger(GapWatch.name);
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly answers: AnswerSender,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  start(): Promise<void> {
    this.timer = setInterval(() => {
      this.running = this.running
        .then(() => this.askAgain())
        .catch((error: unknown) => this.logger.warn({ error: String(error), msg: 'gaps could not be looked for' }));
    }, this.config.askAgainMs);
    return Promise.resolve();
  }

  health(): ProbeResult {
    return this.timer ? { ready: true } : { ready: false, waitingFor: 'the watch for gaps to start' };
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async askAgain(): Promise<void> {
    const now = this.clock.now();
    const due = new Date(now.getTime() - this.config.askAgainMs);
    const { client, release } = await this.database.client();
    try {
      const { rows } = await client.query<GapRow>(CLAIM_GAPS, [now, due]);
      if (rows.length > 0) this.logger.warn({ gaps: rows.length, msg: 'messages wait behind missing numbers' });
      this.answers.send(answersFor(rows));
    } finally {
      release();
    }
  }
}

function answersFor(rows: readonly GapRow[]): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const row of rows) {
    const bar = row.key.indexOf('|');
    const sender = row.key.slice(0, bar);
    const answer = answers.get(sender) ?? { accepted: [], rejected: [], wanted: [] };
    const epoch = row.stash_epoch;
    const from = epoch === row.epoch ? Number(row.last_in) + 1 : 1;
    answer.wanted.push({ stream: row.key.slice(bar + 1), epoch, from, to: Number(row.stash_seq) - 1 });
    answers.set(sender, answer);
  }
  return answers;
}

import type { Console } from '../../demo/src';
import type { ServiceName } from '../../local-infra/src';
import type { Finding, Moment, Violation } from './checks/violation';
import type { Target } from './effects/effect';
import { historyLine } from './history';
import { patiently } from './stage/patiently';
import type { World } from './stage/world';

/** With every such kill the topic of the dead member loses its records, so that gaps, stash and resend come too. */
const LOSE_EVERY = 4;
const MOST_HISTORY = 80;

/** What a sweep finds: at rest, while a process lies dead, and when one ends that nobody killed. */
export class Reckoning {
  readonly findings: Finding[] = [];
  readonly killed: Target[] = [];
  /** The seed of the pass that goes on. */
  seed = 0;
  ofThisRound: Target[] = [];
  lastKillAt = 0;

  constructor(
    private readonly world: World,
    private readonly console: Console,
    private readonly signal: AbortSignal,
  ) {}

  /** A round begins. */
  begin(): void {
    this.ofThisRound = [];
    this.lastKillAt = performance.now();
  }

  /** Waits until all is at rest, and counts. */
  async reckon(startedAt: ReadonlyMap<ServiceName, Date>): Promise<void> {
    const { faults, afterMs } = await this.world.faultsAtQuiet(startedAt, this.signal);
    if (faults.length > 0) await this.found(faults, 'at rest', this.ofThisRound);
    this.console.line(`  at rest after ${afterMs} ms, ${faults.length} violations`);
  }

  async onKill(service: ServiceName, target: Target): Promise<void> {
    this.killed.push(target);
    this.ofThisRound.push(target);
    this.lastKillAt = performance.now();
    const faults = await patiently(() => this.world.faultsOf(service), this.signal);
    if (this.killed.length % LOSE_EVERY === 0) await patiently(() => this.world.loseTopicOf(service), this.signal);
    if (faults.length > 0) await this.found(faults, 'while the process lies dead', [target]);
  }

  async onDeath(process: string, how: string, lastWords: string): Promise<void> {
    const text = `${process} ended with ${how} and nobody had killed it; its last words:\n${lastWords}`;
    await this.found([{ harm: 'died', process, text }], 'as it ended', this.ofThisRound);
  }

  private async found(violations: readonly Violation[], seen: Moment, kills: readonly Target[]): Promise<void> {
    const events = await patiently(() => this.world.history(), this.signal);
    for (const violation of violations) {
      const history = events.filter(({ stream }) => stream === violation.stream).map(historyLine);
      this.findings.push({
        ...{ ...violation, seen, seed: this.seed, kills: [...kills] },
        history: history.slice(-MOST_HISTORY),
      });
    }
  }
}

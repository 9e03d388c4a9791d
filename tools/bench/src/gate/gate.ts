import { setTimeout as delay } from 'node:timers/promises';
import type { Databases } from '../../../crash-sweep/src';
import type { ServiceName } from '../../../local-infra/src';
import { InvalidRun } from '../scenario';
import { countLand, countMessages } from './counts';
import { landFaults, type LandExpected, messageFaults, type MessagesExpected } from './gate.rules';

export interface Gate extends MessagesExpected {
  readonly databases: Databases;
  /** Every service but the bus. */
  readonly members: readonly ServiceName[];
  /** Also the money of land transfers. */
  readonly land?: LandExpected;
  readonly signal: AbortSignal;
}

/** Acknowledgements ride with the next batch or follow after a quarter of a second; what takes longer than this does not come. */
const SETTLED_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 250;
const MOST_NAMED = 12;

/** Resolves when what all databases recorded adds up; after a while of waiting it throws `InvalidRun` with what differs. */
export async function passGate(gate: Gate): Promise<void> {
  const { databases, members, land, signal, parked } = gate;
  const giveUpAt = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    signal.throwIfAborted();
    const faults = [
      ...messageFaults(await countMessages(databases, members), parked ? { parked } : {}),
      ...(land ? landFaults(await countLand(databases), land) : []),
    ];
    if (faults.length === 0) return;
    if (performance.now() > giveUpAt) throw new InvalidRun(textOf(faults));
    await delay(LOOK_EVERY_MS);
  }
}

function textOf(faults: readonly string[]): string {
  const rest = faults.length > MOST_NAMED ? [`and ${faults.length - MOST_NAMED} more`] : [];
  return [...faults.slice(0, MOST_NAMED), ...rest].join('; ');
}

import type { InputFault } from './fault';

/** A regime is shown by the scenario of its name (`--regime B` is `regime-b`); a fault where it cannot be. */
export function regimeScenario(
  named: string | true | undefined,
  given: { has(option: string): boolean },
  faults: InputFault[],
): string | undefined {
  if (typeof named !== 'string') return undefined;
  const message = !['A', 'B', 'C'].includes(named)
    ? `must be A, B or C, not '${named}'`
    : ['scenario', 'file', 'procedure'].some((option) => given.has(option))
      ? 'is played with its own dossier and days: without --scenario, --file and --procedure'
      : undefined;
  if (message === undefined) return `regime-${named.toLowerCase()}`;
  faults.push({ path: '--regime', message });
  return undefined;
}

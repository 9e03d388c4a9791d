import type { Console } from '../../../demo/src';
import type { ScenarioResult, Spread } from '../scenario';

/** The figures of one scenario as a person reads them. */
export function printResult(console: Console, result: ScenarioResult): void {
  const { unit, ours, floor, ratio, spread, goals, processes = [], facts = {} } = result;
  console.line(`  ours  ${figure(ours).padStart(9)} ${unit}  (${range(spread.ours)})`);
  if (floor !== undefined && spread.floor) {
    console.line(`  floor ${figure(floor).padStart(9)} ${unit}  (${range(spread.floor)})`);
  }
  if (ratio !== undefined) {
    console.line(`  ratio ${ratio.toFixed(2).padStart(9)}${spread.ratio ? `  (${range(spread.ratio)})` : ''}`);
  }
  for (const { process, cpuMsPerMessage, cpuCores, rssMb } of processes) {
    const perMessage = cpuMsPerMessage === undefined ? '' : `${cpuMsPerMessage.toFixed(3)} ms/message, `;
    console.line(`    ${process.padEnd(34)} ${perMessage}${cpuCores.toFixed(3)} cores, ${Math.round(rssMb)} MB`);
  }
  for (const [name, value] of Object.entries(facts)) {
    console.line(`    ${name.padEnd(34)} ${typeof value === 'number' ? figure(value) : String(value)}`);
  }
  for (const { goal, measured, met } of goals) console.line(`  ${met ? '✔' : '✘'} ${goal}: ${measured}`);
}

function range({ min, max }: Spread): string {
  return `${figure(min)} … ${figure(max)}`;
}

/** Four significant digits are more than the machine gives. */
function figure(value: number): string {
  return Math.abs(value) >= 1_000 ? value.toFixed(0) : String(Number(value.toPrecision(4)));
}

import type { LegalTime, ProcedureVersion, TotalTime } from '@lienthong/procedures';
import { code, table } from './markdown';

interface Timed {
  readonly what: string;
  readonly limits: readonly LegalTime[];
}

/** All times of a version, one column for each rule set. */
export function timesSection(version: ProcedureVersion): readonly string[] {
  const { ruleSets } = version;
  const chooses = ruleSets.length > 1 ? ' The day on which a clock starts chooses the column.' : '';
  const counting = ruleSets.every(({ counts }) => counts === 'working-minutes')
    ? ' Working days are counted in working minutes from the beginning of the step.'
    : ' Days are counted without the first one, to the end of the last.';
  return [
    '### Legal times',
    `*reading* marks a default that no text at hand fixes: configuration, not law.${counting}${chooses}`,
    table(
      ['what', ...ruleSets.map(({ id, name }) => `${id}: ${name}`)],
      timed(version).map(({ what, limits }) => [what, ...ruleSets.map(({ id }) => timeText(limits, id))]),
    ),
  ];
}

function timed({ steps, branches = [], totalLimits, extensions = [] }: ProcedureVersion): readonly Timed[] {
  return [
    ...steps.map(({ id, limits }) => ({ what: code(id), limits })),
    ...steps.flatMap(({ id, supplement, opinions = [] }) => [
      ...(supplement ? [{ what: `papers for ${code(id)}`, limits: supplement.limits }] : []),
      ...opinions.map(({ of, limits }) => ({ what: `opinion of ${of} on ${code(id)}`, limits })),
    ]),
    ...branches.map(({ id, limits }) => ({ what: `branch ${code(id)}`, limits })),
    ...totals(totalLimits),
    ...extensions.map(({ name, limits }) => ({ what: `longer: ${name.en}`, limits })),
  ];
}

/** One row for each choice of branches that has a time of its own. */
function totals(limits: readonly TotalTime[]): readonly Timed[] {
  const choices = [...new Set(limits.map(choiceText))];
  return choices.map((what) => ({ what, limits: limits.filter((limit) => choiceText(limit) === what) }));
}

function choiceText({ only }: TotalTime): string {
  return only === undefined ? 'the whole procedure' : `the whole procedure with ${only.join(' and ')} only`;
}

function timeText(limits: readonly LegalTime[], ruleSet: string): string {
  return limits
    .filter((limit) => limit.ruleSet === ruleSet)
    .map(({ amount, unit, source, reading, validFrom }) => {
      const units = unit.replace('-', ' ');
      const length = amount === 0 ? 'the same day' : `${amount} ${amount === 1 ? units.slice(0, -1) : units}`;
      const from = validFrom === undefined ? '' : ` from ${validFrom}`;
      return `${length}${from} (${source}${reading ? '; *reading*' : ''})`;
    })
    .join('; ');
}

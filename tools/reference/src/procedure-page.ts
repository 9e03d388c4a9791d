import { type Procedure, type ProcedureStep, type ProcedureVersion, unseenSteps } from '@lienthong/procedures';
import { code, GENERATED, page, table } from './markdown';
import { procedureDiagram } from './procedure-diagram';
import { shortName } from './procedure-names';
import { timesSection } from './procedure-times';

const SYNTHETIC = 'Invented to show what can be said with data alone: no dossier can be accepted under it.';

/** The reference of one procedure: who is asked by what, what follows, and how long each may take. */
export function procedurePage(procedure: Procedure): string {
  return page([
    `# ${procedure.code} ${procedure.name.vi}`,
    GENERATED,
    `${procedure.name.en}. The chain is run by ${code(procedure.owner)}. A dossier keeps the version under which it was accepted.`,
    ...(procedure.synthetic ? [SYNTHETIC] : []),
    ...procedure.versions.flatMap((version) => versionSection(procedure, version)),
  ]);
}

function versionSection({ owner }: Procedure, version: ProcedureVersion): readonly string[] {
  const until = version.validTo === undefined ? '' : ` to ${version.validTo}`;
  const unseen = unseenSteps(version).map(code).join(', ');
  return [
    `## Version ${version.version}, from ${version.validFrom}${until}`,
    `Source: ${version.source}. The pivot is ${code(version.pivot)}: after it nothing is undone, only completed.` +
      ' When a message that asks is rejected, expired or parked, an officer of the sender gets a task.' +
      (unseen === '' ? '' : ` ${code(owner)} hears nothing of ${unseen} and passes through.`),
    ...(version.readings ? [version.readings.map((text) => `- *reading*: ${text}`).join('\n')] : []),
    procedureDiagram(version),
    table(
      ['step', 'bước', 'branch', 'member', 'who acts', 'asked by', 'done by', 'clock', 'undone by'],
      version.steps.map(stepRow),
    ),
    ...branchTable(version),
    ...pauseTable(version),
    ...opinionTable(version),
    ...timesSection(version),
  ];
}

function stepRow(step: ProcedureStep): readonly string[] {
  const policy = step.policy === undefined ? '' : `, by default ${step.policy}`;
  const other = step.notBy === undefined ? '' : `, not the person of ${code(step.notBy)}`;
  return [
    code(step.id),
    step.name.vi,
    step.branch === undefined ? '' : code(step.branch),
    step.level === undefined ? step.member : `${step.member} (${step.level})`,
    step.role === undefined ? 'the system' : `${step.role}${policy}${other}`,
    step.askedBy === undefined ? '' : shortName(step.askedBy),
    step.doneBy.map(shortName).join(', '),
    step.clock,
    step.undoneBy === undefined ? '' : shortName(step.undoneBy),
  ];
}

function branchTable({ branches = [], steps }: ProcedureVersion): readonly string[] {
  if (branches.length === 0) return [];
  const rows = branches.map(({ id, name, member, optional }) => {
    const inside = steps.filter(({ branch }) => branch === id);
    const refusals = inside.flatMap((step) => step.refusals.filter(({ endsBranch }) => endsBranch !== undefined));
    return [
      code(id),
      name.vi,
      member,
      optional ? 'may be left out' : 'always',
      inside.map((step) => `${code(step.id)} ${step.state ?? 4}`).join(', '),
      refusals.map(({ by, endsBranch }) => `${shortName(by)} ${endsBranch ?? ''}`).join(', '),
    ];
  });
  return [
    '### Branches',
    'One sub-dossier each, with its own ten-state life and its own clock. A refusal ends its branch only; it ends in 8' +
      ' where the agency had accepted. What follows several branches waits for all that can still come.',
    table(['branch', 'nhánh', 'member', 'chosen', 'state while open', 'ended early by'], rows),
  ];
}

function pauseTable({ steps }: ProcedureVersion): readonly string[] {
  const rows = steps.flatMap(({ id, supplement }) => {
    if (!supplement) return [];
    const { askedBy, answeredBy, afterwards, missed } = supplement;
    const end = missed.next === undefined ? `branch ends in ${missed.endsBranch}` : code(missed.next);
    const clock = afterwards === 'resume' ? 'goes on where it stood' : 'begins anew';
    return [[code(id), shortName(askedBy), shortName(answeredBy), clock, end]];
  });
  if (rows.length === 0) return [];
  return [
    '### Supplements',
    'Only the clock of the branch stands while papers are awaited.',
    table(['step', 'asked by', 'answered by', 'the clock', 'when the limit is missed'], rows),
  ];
}

function opinionTable({ steps }: ProcedureVersion): readonly string[] {
  const rows = steps.flatMap(({ id, opinions = [] }) =>
    opinions.map(({ of, askedBy, givenBy, whenLate }) => [
      code(id),
      of,
      shortName(askedBy),
      shortName(givenBy),
      whenLate === 'wait' ? 'the step waits on' : 'the step may go on without it',
    ]),
  );
  if (rows.length === 0) return [];
  return ['### Opinions', table(['step', 'of', 'asked by', 'given by', 'when it is late'], rows)];
}

import {
  type LegalTime,
  type Procedure,
  type ProcedureStep,
  type ProcedureVersion,
  regimes,
} from '@lienthong/procedures';
import { code, GENERATED, page, table } from './markdown';

/** The reference of one procedure: who is asked by what, what follows, and how long each may take. */
export function procedurePage(procedure: Procedure): string {
  return page([
    `# ${procedure.code} ${procedure.name.vi}`,
    GENERATED,
    `${procedure.name.en}. The chain is run by ${code(procedure.owner)}. A dossier keeps the version under which it was accepted.`,
    ...procedure.versions.flatMap(versionSection),
  ]);
}

function versionSection(version: ProcedureVersion): readonly string[] {
  const until = version.validTo === undefined ? '' : ` to ${version.validTo}`;
  return [
    `## Version ${version.version}, from ${version.validFrom}${until}`,
    `Source: ${version.source}. The pivot is ${code(version.pivot)}: after it nothing is undone, only completed.` +
      ' When a message that asks is rejected, expired or parked, an officer of the sender gets a task.',
    diagram(version),
    table(
      ['step', 'bước', 'member', 'who acts', 'asked by', 'done by', 'land clock', 'undone by'],
      version.steps.map(stepRow),
    ),
    '### Legal times',
    '*reading* marks a default that no text at hand fixes: configuration, not law. The date on which the tax clock starts chooses the regime.',
    table(
      ['step', ...regimes.map(({ id, name }) => `${id}: ${name}`)],
      [
        ...version.steps.map((step) => [code(step.id), ...regimes.map(({ id }) => timeText(step.limits, id))]),
        ['the whole procedure', ...regimes.map(({ id }) => timeText(version.totalLimits, id))],
      ],
    ),
  ];
}

function stepRow(step: ProcedureStep): readonly string[] {
  const policy = step.policy === undefined ? '' : `, by default ${step.policy}`;
  const other = step.notBy === undefined ? '' : `, not the person of ${code(step.notBy)}`;
  return [
    code(step.id),
    step.name.vi,
    step.member,
    step.role === undefined ? 'the system' : `${step.role}${policy}${other}`,
    step.askedBy === undefined ? '' : shortName(step.askedBy),
    step.doneBy.map(shortName).join(', '),
    step.clock,
    step.undoneBy === undefined ? '' : shortName(step.undoneBy),
  ];
}

function diagram(version: ProcedureVersion): string {
  const nodes = version.steps.map((step) => {
    const [open, close] = step.id === version.pivot ? ['{{', '}}'] : ['[', ']'];
    return `  ${node(step.id)}${open}"${step.member}<br/>${step.name.en}"${close}`;
  });
  const ends = version.ends.map(({ id, name, state }) => `  ${node(id)}(["${name.en} (state ${state})"])`);
  const edges = version.steps.flatMap((step) => [
    ...step.next.map((next) => `  ${node(step.id)} -->|${step.doneBy.map(shortName).join(', ')}| ${node(next)}`),
    ...step.refusals.map((refusal) => `  ${node(step.id)} -.->|${shortName(refusal.by)}| ${node(refusal.next ?? '')}`),
  ]);
  return ['```mermaid', 'flowchart TD', ...nodes, ...ends, ...edges, '```'].join('\n');
}

function timeText(limits: readonly LegalTime[], regime: string): string {
  return limits
    .filter((limit) => limit.ruleSet === regime)
    .map(({ amount, unit, source, reading, validFrom }) => {
      const units = unit.replace('-', ' ');
      const length = amount === 0 ? 'the same day' : `${amount} ${amount === 1 ? units.slice(0, -1) : units}`;
      const from = validFrom === undefined ? '' : ` from ${validFrom}`;
      return `${length}${from} (${source}${reading ? '; *reading*' : ''})`;
    })
    .join('; ');
}

/** `vn.lienthong.tax.payment-notices-issued.v1` → `payment-notices-issued`. */
function shortName(type: string): string {
  return type.split('.').at(-2) ?? type;
}

/** A hyphen may end an identifier in a Mermaid diagram. */
function node(id: string): string {
  return id.replace(/-/g, '_');
}

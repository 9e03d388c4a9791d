import type { ProcedureStep, ProcedureVersion, Way } from '@lienthong/procedures';
import { node, shortName } from './procedure-names';

/** One version as a flow chart: a subgraph per branch, the pivot as a hexagon, refusals dotted. */
export function procedureDiagram(version: ProcedureVersion): string {
  const branches = version.branches ?? [];
  const trunk = version.steps.filter(({ branch }) => branch === undefined);
  return [
    '```mermaid',
    'flowchart TD',
    ...trunk.map((step) => `  ${stepNode(version, step)}`),
    ...branches.flatMap(({ id, name, optional }) => [
      `  subgraph branch_${node(id)}["${name.en}${optional ? ' (may be left out)' : ''}"]`,
      ...version.steps.filter(({ branch }) => branch === id).map((step) => `    ${stepNode(version, step)}`),
      ...(endsEarly(version, id) ? [`    ${ended(id)}(["${name.en}: not accepted (3), or stopped (8)"])`] : []),
      '  end',
    ]),
    ...version.ends.map(({ id, name, state }) => `  ${node(id)}(["${name.en} (state ${state})"])`),
    ...version.steps.flatMap((step) => edges(step)),
    '```',
  ].join('\n');
}

function stepNode(version: ProcedureVersion, step: ProcedureStep): string {
  const [open, close] = step.id === version.pivot ? ['{{', '}}'] : ['[', ']'];
  const level = step.level === undefined ? '' : `, ${step.level}`;
  return `${node(step.id)}${open}"${step.member}${level}<br/>${step.name.en}"${close}`;
}

function edges(step: ProcedureStep): readonly string[] {
  const { id, doneBy, next, refusals, supplement, opinions = [], backTo = [] } = step;
  const label = doneBy.length === 0 ? 'done' : doneBy.map(shortName).join(', ');
  const target = (way: Way): string => (way.next === undefined ? ended(step.branch ?? '') : node(way.next));
  return [
    ...next.map((other) => `  ${node(id)} -->|${label}| ${node(other)}`),
    ...refusals.map((refusal) => `  ${node(id)} -.->|${shortName(refusal.by)}| ${target(refusal)}`),
    ...backTo.map((back) => `  ${node(id)} -.->|of its own accord| ${node(back)}`),
    ...(supplement
      ? [
          `  ${node(id)} -.->|${shortName(supplement.askedBy)}, then ${shortName(supplement.answeredBy)}| ${node(id)}`,
          `  ${node(id)} -.->|papers missed| ${target(supplement.missed)}`,
        ]
      : []),
    ...opinions.map(
      ({ of, askedBy, givenBy }) =>
        `  ${node(id)} <-.->|${shortName(askedBy)}, ${shortName(givenBy)}| opinion_${node(id)}(("${of}"))`,
    ),
  ];
}

function endsEarly({ steps }: ProcedureVersion, branch: string): boolean {
  return steps.some(
    (step) =>
      step.branch === branch &&
      (step.refusals.some(({ endsBranch }) => endsBranch !== undefined) || step.supplement?.missed.endsBranch),
  );
}

function ended(branch: string): string {
  return `ended_${node(branch)}`;
}

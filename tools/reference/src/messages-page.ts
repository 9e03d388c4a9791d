import { grants } from '@lienthong/contracts';
import type { MessageDefinition } from '@lienthong/envelope';
import { code, GENERATED, page, table } from './markdown';
import { fieldRows } from './schema-fields';

/** The reference of all messages, in the order in which a dossier meets them. */
export function messagesPage(definitions: readonly MessageDefinition[]): string {
  return page([
    '# Messages',
    GENERATED,
    'Each message is one class in `libs/contracts`; this page, its schema and the contract lock are derived from it. The Vietnamese' +
      ' terms of all fields are in the [glossary](../glossary.md). Amounts are whole đồng as text; an absent field is left out, never null.',
    table(
      ['message', 'from', 'to', 'meaning'],
      definitions.map(({ type, owner, name, version, summary }) => [
        `[${name}](#${owner}-${name}-v${version})`,
        owner,
        recipients(type).join(', '),
        summary,
      ]),
    ),
    ...definitions.flatMap(section),
  ]);
}

function section(definition: MessageDefinition): readonly string[] {
  const { type, owner, name, version, summary, schema, dataschema, example } = definition;
  return [
    `## ${owner}-${name}-v${version}`,
    summary,
    table(
      ['attribute', 'value'],
      [
        ['type', code(type)],
        ['schema', code(dataschema)],
        ['stream of the example', code(definition.stream(example))],
        ['subject of the example', subjectText(definition.subject(example))],
      ],
    ),
    table(
      ['may be received by', 'purpose', 'legal basis', 'granted'],
      grants
        .filter((row) => row.type === type)
        .map((row) => [
          row.recipient,
          row.purpose,
          row.legalBasis,
          row.enabled ? `from ${row.validFrom}` : 'off by default',
        ]),
    ),
    table(['field', 'value', 'present', 'personal data'], fieldRows(schema)),
    ['```json', JSON.stringify(example, null, 2), '```'].join('\n'),
  ];
}

function recipients(type: string): readonly string[] {
  return grants
    .filter((row) => row.type === type)
    .map(({ recipient, enabled }) => (enabled ? recipient : `(${recipient})`));
}

function subjectText(subject: string | undefined): string {
  return subject === undefined ? 'none' : code(subject);
}

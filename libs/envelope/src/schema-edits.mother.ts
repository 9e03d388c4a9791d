/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return,
   @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-argument
   -- an edit changes plain JSON in place, and is meant to make anything of it */
import type { JsonSchema } from './schema';

type Edit = (schema: Editable) => void;
type Editable = Record<string, any>;

/** A released schema with a field of every sort. */
export const released: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'vn.lienthong.tax.sealed.v1',
  type: 'object',
  properties: {
    number: { type: 'string', minLength: 1, maxLength: 60, pattern: '^[0-9A-Z-]+$' },
    note: { type: 'string', maxLength: 200 },
    kind: { type: 'string', enum: ['tax', 'fee'] },
    pages: { type: 'integer', minimum: 1, maximum: 99 },
    urgent: { type: 'boolean' },
    sealedOn: { type: 'string', format: 'date-text', maxLength: 10 },
    form: { const: '01' },
    payer: {
      type: 'object',
      properties: { name: { type: 'string', maxLength: 100, 'x-personal': true }, phone: { type: 'string' } },
      required: ['name'],
    },
    rows: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        properties: { share: { type: 'string', maxLength: 10 }, remark: { type: 'string' } },
        required: ['share'],
      },
    },
    seal: { type: 'object', properties: { of: { type: 'string' } }, additionalProperties: false },
    marks: { type: 'object', properties: { of: { type: 'string' } }, unevaluatedProperties: false },
    codes: { type: 'object', properties: { of: { type: 'string' } }, additionalProperties: { type: 'integer' } },
    names: { type: 'object', properties: { of: { type: 'string' } }, propertyNames: { maxLength: 3 } },
    dates: { type: 'object', properties: { of: { type: 'string' } }, patternProperties: { '^f': { type: 'integer' } } },
    few: { type: 'object', properties: { of: { type: 'string' } }, maxProperties: 1 },
    tags: { type: 'array', maxItems: 5, items: { type: 'string', maxLength: 20 } },
    'a/b~c': { type: 'string' },
  },
  required: ['number', 'kind', 'payer', 'rows'],
};

/** The released schema after an edit. */
export function edited(edit: Edit): JsonSchema {
  const copy = JSON.parse(JSON.stringify(released)) as Editable;
  edit(copy);
  return copy;
}

/** A message that the released schema takes, with every field. */
export const fullMessage = {
  ...{ number: 'A-1', note: 'x', kind: 'tax', pages: 2, urgent: true, sealedOn: '2026-08-03', form: '01' },
  ...{ payer: { name: 'A', phone: '1' }, rows: [{ share: '1/2', remark: 'r' }], tags: ['a'], 'a/b~c': 'z' },
};
export const leastMessage = { number: 'A-1', kind: 'fee', payer: { name: 'A' }, rows: [{ share: '1/2' }] };

const P = '/properties';

/** What breaks readers, and the pointer that says where. */
export const breakingEdits: readonly (readonly [what: string, edit: Edit, pointer: string])[] = [
  ['a required field is gone', (s) => delete s.properties.number, `${P}/number`],
  ['an optional field is gone', (s) => delete s.properties.note, `${P}/note`],
  ['a part is gone', (s) => delete s.properties.payer, `${P}/payer`],
  ['a list is gone', (s) => delete s.properties.tags, `${P}/tags`],
  ['a field of a part is gone', (s) => delete s.properties.payer.properties.phone, `${P}/payer${P}/phone`],
  [
    'a field of a list’s part is gone',
    (s) => delete s.properties.rows.items.properties.remark,
    `${P}/rows/items${P}/remark`,
  ],
  ['a field whose name needs escaping is gone', (s) => delete s.properties['a/b~c'], `${P}/a~1b~0c`],
  ['a field is renamed', (s) => rename(s.properties, 'note', 'remark'), `${P}/note`],
  ['a new field is required', (s) => add(s, 'fresh', { type: 'string' }), `${P}/fresh`],
  ['a new part is required', (s) => add(s, 'fresh', { type: 'object' }), `${P}/fresh`],
  [
    'a new field of a part is required',
    (s) => add(s.properties.payer, 'fresh', { type: 'string' }),
    `${P}/payer${P}/fresh`,
  ],
  [
    'a new field of a list’s part is required',
    (s) => add(s.properties.rows.items, 'fresh', {}),
    `${P}/rows/items${P}/fresh`,
  ],
  ['an optional field becomes required', (s) => s.required.push('note'), `${P}/note`],
  ['a required field becomes optional', (s) => (s.required = ['number', 'payer', 'rows']), `${P}/kind`],
  ['no field is required any more', (s) => delete s.required, `${P}/number`],
  ['a field of a part becomes required', (s) => s.properties.payer.required.push('phone'), `${P}/payer${P}/phone`],
  ['a field of a part becomes optional', (s) => delete s.properties.payer.required, `${P}/payer${P}/name`],
  [
    'a field of a list’s part becomes optional',
    (s) => (s.properties.rows.items.required = []),
    `${P}/rows/items${P}/share`,
  ],
  ['a field that is not declared is required', (s) => s.required.push('ghost'), '/required'],
  ['a text is shorter', (s) => (s.properties.number.maxLength = 20), `${P}/number/maxLength`],
  ['a text is longer', (s) => (s.properties.number.maxLength = 61), `${P}/number/maxLength`],
  ['a text has no limit any more', (s) => delete s.properties.note.maxLength, `${P}/note/maxLength`],
  ['a text needs more characters', (s) => (s.properties.number.minLength = 2), `${P}/number/minLength`],
  ['a text may be empty', (s) => (s.properties.number.minLength = 0), `${P}/number/minLength`],
  ['a text gets a shape', (s) => (s.properties.note.pattern = '^x'), `${P}/note/pattern`],
  ['a text gets another shape', (s) => (s.properties.number.pattern = '^[0-9]+$'), `${P}/number/pattern`],
  ['a text loses its shape', (s) => delete s.properties.number.pattern, `${P}/number/pattern`],
  ['a text gets a format', (s) => (s.properties.note.format = 'date-text'), `${P}/note/format`],
  ['a date becomes an instant', (s) => (s.properties.sealedOn.format = 'date-time'), `${P}/sealedOn/format`],
  ['a date loses its format', (s) => delete s.properties.sealedOn.format, `${P}/sealedOn/format`],
  ['a text becomes a number', (s) => (s.properties.note.type = 'integer'), `${P}/note/type`],
  ['a number becomes a text', (s) => (s.properties.pages.type = 'string'), `${P}/pages/type`],
  ['a whole number becomes any number', (s) => (s.properties.pages.type = 'number'), `${P}/pages/type`],
  ['a field may be null', (s) => (s.properties.note.type = ['string', 'null']), `${P}/note/type`],
  ['a field may be anything', (s) => delete s.properties.urgent.type, `${P}/urgent/type`],
  ['a value is added', (s) => s.properties.kind.enum.push('fine'), `${P}/kind/enum`],
  ['a value is taken away', (s) => s.properties.kind.enum.pop(), `${P}/kind/enum`],
  ['a value is renamed', (s) => (s.properties.kind.enum = ['tax', 'charge']), `${P}/kind/enum`],
  ['values become free text', (s) => delete s.properties.kind.enum, `${P}/kind/enum`],
  ['free text becomes values', (s) => (s.properties.note.enum = ['a', 'b']), `${P}/note/enum`],
  ['the one value changes', (s) => (s.properties.form = { const: '02' }), `${P}/form/enum`],
  ['a number may be smaller', (s) => (s.properties.pages.minimum = 0), `${P}/pages/minimum`],
  ['a number may be larger', (s) => (s.properties.pages.maximum = 100), `${P}/pages/maximum`],
  ['a number has no upper limit any more', (s) => delete s.properties.pages.maximum, `${P}/pages/maximum`],
  ['a number must be a multiple', (s) => (s.properties.pages.multipleOf = 2), `${P}/pages/multipleOf`],
  ['a list may be empty', (s) => (s.properties.rows.minItems = 0), `${P}/rows/minItems`],
  ['a list may be longer', (s) => (s.properties.rows.maxItems = 51), `${P}/rows/maxItems`],
  ['a list must be unique', (s) => (s.properties.tags.uniqueItems = true), `${P}/tags/uniqueItems`],
  ['items of a list are shorter', (s) => (s.properties.tags.items.maxLength = 10), `${P}/tags/items/maxLength`],
  ['items of a list become parts', (s) => (s.properties.tags.items = { type: 'object' }), `${P}/tags/items/type`],
  ['items of a list may be anything', (s) => delete s.properties.tags.items, `${P}/tags/items/type`],
  ['a list has no items', (s) => (s.properties.tags.items = false), `${P}/tags/items`],
  ['a list becomes one part', (s) => (s.properties.rows = s.properties.rows.items), `${P}/rows/type`],
  [
    'a part becomes a list of it',
    (s) => (s.properties.payer = { type: 'array', items: s.properties.payer }),
    `${P}/payer/type`,
  ],
  ...['seal', 'marks', 'codes', 'names', 'dates', 'few'].map((part): readonly [string, Edit, string] => [
    `${part}, which is closed, gets an optional field`,
    (s) => (s.properties[part].properties.fresh = { type: 'string' }),
    `${P}/${part}${P}/fresh`,
  ]),
  ['a closed part is opened', (s) => delete s.properties.seal.additionalProperties, `${P}/seal/additionalProperties`],
  ['unknown fields are forbidden', (s) => (s.additionalProperties = false), '/additionalProperties'],
  [
    'unknown fields of a part are forbidden',
    (s) => (s.properties.payer.additionalProperties = false),
    `${P}/payer/additionalProperties`,
  ],
  ['unknown fields must be texts', (s) => (s.additionalProperties = { type: 'string' }), '/additionalProperties'],
  ['a choice is added', (s) => (s.oneOf = [{ required: ['note'] }]), '/oneOf'],
  ['a condition is added', (s) => (s.if = { required: ['note'] }), '/if'],
  ['a dependency is added', (s) => (s.dependentRequired = { note: ['pages'] }), '/dependentRequired'],
  ['a field refers to another schema', (s) => (s.properties.note = { $ref: '#/properties/number' }), `${P}/note/$ref`],
  ['the dialect changes', (s) => (s.$schema = 'http://json-schema.org/draft-07/schema#'), '/$schema'],
];

/** Three edits in one revision. */
export const severalEdits = edited((schema) => {
  delete schema.properties.note;
  schema.properties.pages.maximum = 5;
  schema.properties.rows.items.required = [];
});

/** What no reader notices. */
export const harmlessEdits: readonly (readonly [what: string, edit: Edit])[] = [
  ['nothing', () => undefined],
  ['another title', (s) => (s.title = 'x')],
  ['no title', (s) => delete s.title],
  ['a description', (s) => (s.description = 'x')],
  ['a description of a field', (s) => (s.properties.note.description = 'x')],
  ['a description of a part’s field', (s) => (s.properties.payer.properties.phone.description = 'x')],
  ['a description of a list’s items', (s) => (s.properties.rows.items.description = 'x')],
  ['a title of a field', (s) => (s.properties.number.title = 'x')],
  ['a comment', (s) => (s.$comment = 'x')],
  ['examples', (s) => (s.properties.number.examples = ['A-1'])],
  ['a default that readers may use', (s) => (s.properties.urgent.default = false)],
  ['a mark that a field goes out of use', (s) => (s.properties.note.deprecated = true)],
  ['a mark read-only', (s) => (s.properties.note.readOnly = true)],
  ['a mark write-only', (s) => (s.properties.note.writeOnly = true)],
  ['a mark of personal data', (s) => (s.properties.note['x-personal'] = true)],
  ['no mark of personal data any more', (s) => delete s.properties.payer.properties.name['x-personal']],
  ['the required fields in another order', (s) => s.required.reverse()],
  ['the fields in another order', (s) => (s.properties = Object.fromEntries(Object.entries(s.properties).reverse()))],
  ['the fields of a part in another order', (s) => reorder(s.properties.payer)],
  ['the keywords of a field in another order', (s) => (s.properties.number = reversed(s.properties.number))],
  ['the values in another order', (s) => s.properties.kind.enum.reverse()],
  ['one value as a list of values', (s) => (s.properties.form = { enum: ['01'] })],
  ['a type in a list of one', (s) => (s.properties.note.type = ['string'])],
  ['the type of the body in a list of one', (s) => (s.type = ['object'])],
  ['no least length said as 0', (s) => (s.properties.note.minLength = 0)],
  ['no least number of items said as 0', (s) => (s.properties.tags.minItems = 0)],
  ['no least number of fields said as 0', (s) => (s.minProperties = 0)],
  ['not unique said so', (s) => (s.properties.tags.uniqueItems = false)],
  ['unknown fields allowed said so', (s) => (s.additionalProperties = true)],
  ['unknown fields allowed said by an empty schema', (s) => (s.additionalProperties = {})],
  ['unknown fields of a part allowed said so', (s) => (s.properties.payer.additionalProperties = true)],
  ['nothing required said by an empty list', (s) => (s.properties.tags.items.required = [])],
  ['a new optional text', (s) => (s.properties.fresh = { type: 'string', maxLength: 5 })],
  ['a new optional number', (s) => (s.properties.fresh = { type: 'integer', minimum: 3 })],
  ['a new optional truth value', (s) => (s.properties.fresh = { type: 'boolean' })],
  ['a new optional date', (s) => (s.properties.fresh = { type: 'string', format: 'date-text' })],
  ['a new optional choice of values', (s) => (s.properties.fresh = { enum: ['a', 'b'] })],
  ['a new optional list', (s) => (s.properties.fresh = { type: 'array', minItems: 1, items: { type: 'string' } })],
  ['a new optional part with required fields', (s) => (s.properties.fresh = part())],
  ['a new optional list of parts', (s) => (s.properties.fresh = { type: 'array', items: part() })],
  ['a new optional field of a part', (s) => (s.properties.payer.properties.fresh = { type: 'string' })],
  ['a new optional field of a list’s part', (s) => (s.properties.rows.items.properties.fresh = { type: 'string' })],
  ['two new optional fields', (s) => Object.assign(s.properties, { one: { type: 'string' }, two: { type: 'string' } })],
  ['a new optional field whose name needs escaping', (s) => (s.properties['x/y~z'] = { type: 'string' })],
];

function add(schema: Editable, field: string, declared: object): void {
  schema.properties[field] = declared;
  schema.required = [...(schema.required ?? []), field];
}

function rename(fields: Editable, from: string, to: string): void {
  fields[to] = fields[from];
  delete fields[from];
}

function reversed(schema: Editable): Editable {
  return Object.fromEntries(Object.entries(schema).reverse());
}

function reorder(schema: Editable): void {
  schema.properties = reversed(schema.properties as Editable);
}

function part(): object {
  return { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
}

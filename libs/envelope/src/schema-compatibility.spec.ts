import Ajv2020 from 'ajv/dist/2020';
import type { JsonSchema } from './schema';
import { schemaBreaks } from './schema-compatibility';
import {
  breakingEdits,
  edited,
  fullMessage,
  harmlessEdits,
  leastMessage,
  released,
  severalEdits,
} from './schema-edits.mother';

const ajv = new Ajv2020({ strict: false, formats: { 'date-text': true } });
const takes = (schema: object, message: object): boolean => ajv.compile(schema)(message);

/** The message with every field that a revision has added, at each level. */
function grown(message: unknown, before: JsonSchema | undefined, after: JsonSchema | undefined): unknown {
  if (Array.isArray(message)) return message.map((item) => grown(item, part(before, 'items'), part(after, 'items')));
  if (typeof message !== 'object' || message === null) return message;
  const [was, is] = [part(before, 'properties') ?? {}, part(after, 'properties') ?? {}];
  const fresh = Object.keys(is).filter((field) => !(field in was));
  return {
    ...Object.fromEntries(fresh.map((field) => [field, sampleOf(part(is, field) ?? {})])),
    ...Object.fromEntries(
      Object.entries(message).map(([field, value]) => [field, grown(value, part(was, field), part(is, field))]),
    ),
  };
}

function part(schema: JsonSchema | undefined, name: string): JsonSchema | undefined {
  const found = schema?.[name];
  return typeof found === 'object' && found !== null ? (found as JsonSchema) : undefined;
}

function sampleOf(schema: JsonSchema): unknown {
  const { type, enum: values, const: value, format, minimum = 1 } = schema;
  if (value !== undefined) return value;
  if (Array.isArray(values)) return values[0];
  switch (type) {
    case 'integer':
    case 'number':
      return minimum;
    case 'boolean':
      return true;
    case 'array':
      return [sampleOf(part(schema, 'items') ?? {})];
    case 'object':
      return Object.fromEntries(
        Object.entries(part(schema, 'properties') ?? {}).map(([field, of]) => [field, sampleOf(of as JsonSchema)]),
      );
    default:
      return format === 'date-text' ? '2026-08-03' : 'x';
  }
}

describe('a revision of a version', () => {
  it('is judged by at least 40 breaking and 40 harmless edits', () => {
    expect(breakingEdits.length).toBeGreaterThanOrEqual(40);
    expect(harmlessEdits.length).toBeGreaterThanOrEqual(40);
  });

  it.each(breakingEdits)('breaks when %s', (_what, edit, pointer) => {
    const breaks = schemaBreaks(released, edited(edit));
    expect(breaks.map((one) => one.pointer)).toContain(pointer);
  });

  it.each(harmlessEdits)(
    'breaks nothing by %s, and a reader of either revision takes what the other allows',
    (_what, edit) => {
      const after = edited(edit);
      expect(schemaBreaks(released, after)).toEqual([]);
      for (const message of [fullMessage, leastMessage]) {
        expect([takes(released, message), takes(after, message)]).toEqual([true, true]);
      }
      const withMore = grown(fullMessage, released, after) as object;
      expect([takes(released, withMore), takes(after, withMore)]).toEqual([true, true]);
    },
  );

  it('that closed parts are grown by is refused by a reader of the one before: so the table does not lie', () => {
    for (const [what, edit] of breakingEdits.filter(([text]) => text.includes('which is closed'))) {
      const after = edited(edit);
      const part = what.split(',')[0] as string;
      const withPart = { ...fullMessage, [part]: { of: 'x', fresh: 'x' } };
      expect([what, takes(released, withPart)]).toEqual([what, false]);
      expect(schemaBreaks(released, after)).toHaveLength(1);
    }
  });

  it('says every place that breaks', () => {
    expect(schemaBreaks(released, severalEdits)).toEqual([
      { pointer: '/properties/note', change: 'field is gone' },
      { pointer: '/properties/pages/maximum', change: 'maximum changed' },
      { pointer: '/properties/rows/items/properties/share', change: 'field became optional' },
    ]);
  });
});

import Ajv2020 from 'ajv/dist/2020';
import { schemaBreaks } from './schema-compatibility';
import { breakingEdits, edited, fullMessage, harmlessEdits, leastMessage, released } from './schema-edits.mother';

const ajv = new Ajv2020({ strict: false, formats: { 'date-text': true } });
const takes = (schema: object, message: object): boolean => ajv.compile(schema)(message);

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
      const withMore = { ...fullMessage, fresh: undefined, later: 'x', payer: { ...fullMessage.payer, later: 1 } };
      expect(takes(released, withMore)).toBe(true);
    },
  );

  it('says every place that breaks', () => {
    const after = edited((schema) => {
      delete schema.properties.note;
      schema.properties.pages.maximum = 5;
      schema.properties.rows.items.required = [];
    });
    expect(schemaBreaks(released, after)).toEqual([
      { pointer: '/properties/note', change: 'field is gone' },
      { pointer: '/properties/pages/maximum', change: 'maximum changed' },
      { pointer: '/properties/rows/items/properties/share', change: 'field became optional' },
    ]);
  });
});

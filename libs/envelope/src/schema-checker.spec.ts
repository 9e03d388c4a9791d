import { schemaChecker } from './schema-checker';

const CITIZEN = '079190012345';
const paths = (schema: object, value: unknown): string[] =>
  schemaChecker(schema as never)(value).map(({ path }) => path);

/** What a sender wrote as a name may be anything; faults are logged and kept. */
describe('faults of a value by a schema', () => {
  const person = { type: 'object', properties: { name: { type: 'string' } }, additionalProperties: false };

  it('name the place of an unknown field, and never the name itself', () => {
    const household = { type: 'object', properties: { people: { type: 'array', items: person } } };
    expect(paths(person, { [CITIZEN]: 'x' })).toEqual(['<12 characters>']);
    expect(paths(household, { people: [{ name: 'x' }, { name: 'y', [CITIZEN]: 1 }] })).toEqual([
      'people[1].<12 characters>',
    ]);
  });

  it('name an unknown field to who filled it in, when it reads like one', () => {
    const told = schemaChecker(person, 'fieldNames')({ nickname: 'x', [CITIZEN]: 'x', 'Lê Văn A': 'x' });
    expect(told.map(({ path }) => path)).toEqual(['nickname', '<12 characters>', '<8 characters>']);
  });

  it('name no key of a table, in whose values they lie', () => {
    const table = {
      type: 'object',
      additionalProperties: { type: 'object', properties: { name: { type: 'string' } } },
    };
    expect(paths(table, { [CITIZEN]: { name: 7 } })).toEqual(['<12 characters>.name']);
    const listed = { type: 'object', patternProperties: { '^\\d+$': { type: 'array', items: { type: 'string' } } } };
    expect(paths(listed, { [CITIZEN]: ['x', 7] })).toEqual(['<12 characters>[1]']);
  });

  it('name what is missing as the schema does', () => {
    expect(paths({ ...person, required: ['name'] }, {})).toEqual(['name']);
  });
});

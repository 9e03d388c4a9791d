import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { personalPaths, schemaOf, strictSchemaOf } from '../schema';
import { schemaChecker } from '../schema-checker';
import { validateBody } from '../validate-body';
import { DateText, Optional, Text } from '.';
import { EveryField, everyField, person } from './fields.mother';
import { changed, fieldPaths, mutatedBody, NASTY, type Path } from './fuzz.mother';

const byAjv = schemaChecker(schemaOf(EveryField));
const byAjvStrict = schemaChecker(strictSchemaOf(EveryField), 'fieldNames');
const classValidatorFaults = (value: unknown, isStrict: boolean): number =>
  validateSync(plainToInstance(EveryField, value), { whitelist: isStrict, forbidNonWhitelisted: isStrict }).length;

describe('field decorators', () => {
  it('make ajv and class-validator agree on every input', () => {
    fc.assert(
      fc.property(mutatedBody, (value) => (byAjv(value).length === 0) === (classValidatorFaults(value, false) === 0)),
      { numRuns: 4_000 },
    );
  });

  it('agree on each field with each nasty value put into it', () => {
    for (const path of fieldPaths) {
      for (const nasty of NASTY) {
        const value = changed(everyField, path, () => nasty);
        const [ajv, own] = [byAjv(value).length === 0, classValidatorFaults(value, false) === 0];
        if (ajv !== own)
          throw new Error(`${path.join('.')} = ${JSON.stringify(nasty)}: ajv ${ajv}, class-validator ${own}`);
      }
    }
  });

  it('agree on unknown fields when sending is strict', () => {
    const places: Path[] = [[], ['owner'], ['people', 0], ['spouse']];
    for (const place of places) {
      const value = changed(everyField, place, (inner) => ({ ...(inner as object), extra: 1 }));
      expect([byAjv(value).length, classValidatorFaults(value, false)]).toEqual([0, 0]);
      expect(byAjvStrict(value)).toEqual([
        { path: [...place, 'extra'].join('.').replace('.0', '[0]'), rule: 'unknown', message: 'is not a known field' },
      ]);
      expect(classValidatorFaults(value, true)).toBe(1);
    }
  });

  it('give schemas that a stranger with plain ajv-formats reads the same, but for our own formats', () => {
    const ajv = new Ajv2020({ strict: true, keywords: ['x-personal'] });
    addFormats(ajv);
    for (const own of [
      'decimal',
      'dong-amount',
      'dossier-code',
      'kebab-id',
      'personal-number',
      'procedure-code',
      'sha256',
      'share',
    ]) {
      ajv.addFormat(own, true);
    }
    const stranger = ajv.compile(schemaOf(EveryField));
    for (const field of ['date', 'at', 'id', 'hash', 'area', 'number', 'text']) {
      for (const nasty of NASTY) {
        const value = { ...everyField, [field]: nasty };
        expect([field, nasty, stranger(value)]).toEqual([field, nasty, byAjv(value).length === 0]);
      }
    }
  });

  it('let a field be absent, but never null', () => {
    const { spouse: _s, witnesses: _w, count: _c, ...required } = everyField;
    expect(byAjv(required)).toEqual([]);
    for (const field of Object.keys(everyField)) expect(byAjv({ ...everyField, [field]: null })).toHaveLength(1);
    for (const field of Object.keys(required)) {
      expect(byAjv({ ...everyField, [field]: undefined })).toEqual([
        { path: field, rule: 'required', message: 'is required' },
      ]);
    }
  });

  it('name every wrong field once, with its path and what it should be', () => {
    const value = {
      ...everyField,
      amountDong: '007',
      whole: 10,
      share: '3/2',
      people: [{ ...person, sex: 'x', number: 1 }],
    };
    expect(byAjv(value)).toEqual([
      { path: 'whole', rule: 'whole', message: 'must be a whole number from 1 to 9' },
      { path: 'amountDong', rule: 'dong-amount', message: 'must be an amount in whole đồng, digits only' },
      { path: 'share', rule: 'share', message: 'must be a share above 0 and at most 1, such as 1/2' },
      {
        path: 'people[0].number',
        rule: 'personal-number',
        message: 'must be a personal identification number of 12 digits',
      },
      { path: 'people[0].sex', rule: 'one-of', message: 'must be one of: male, female' },
    ]);
    const own = validateSync(plainToInstance(EveryField, value)).flatMap(({ constraints }) =>
      Object.values(constraints ?? {}),
    );
    expect(own).toContain('must be an amount in whole đồng, digits only');
  });

  it('know where personal data lies', () => {
    expect(personalPaths(EveryField)).toEqual([
      'number',
      ...['name', 'number', 'birthDate'].map((name) => `owner.${name}`),
      ...['name', 'number', 'birthDate'].map((name) => `spouse.${name}`),
      ...['name', 'number', 'birthDate'].map((name) => `people[].${name}`),
      ...['name', 'number', 'birthDate'].map((name) => `witnesses[].${name}`),
    ]);
  });

  it('are inherited', () => {
    class Base {
      @Text({ max: 3 }) readonly a: string;
    }
    class Derived extends Base {
      @Optional() @Text({ max: 3 }) readonly b?: string;
    }
    expect(schemaOf(Derived)).toMatchObject({ required: ['a'], properties: { a: {}, b: {} } });
    expect(schemaOf(Base).properties).not.toHaveProperty('b');
  });

  it('refuse two types on one field, and a mark without a type', () => {
    expect(() => {
      class Twice {
        @Text({ max: 3 }) @DateText() readonly a: string;
      }
      return Twice;
    }).toThrow('envelope.FIELD_UNDECLARED');
    class Marked {
      @Optional() readonly a?: string;
    }
    expect(() => schemaOf(Marked)).toThrow('envelope.FIELD_UNDECLARED');
  });
});

describe('validateBody', () => {
  it('gives the plain data back as the declared type', () => {
    expect(validateBody(EveryField, everyField, 'strict')).toBe(everyField);
  });

  it('ignores an unknown field when receiving and refuses it when sending', () => {
    const more = { ...everyField, extra: 1 };
    expect(validateBody(EveryField, more, 'tolerant')).toBe(more);
    expect(() => validateBody(EveryField, more, 'strict')).toThrow(
      expect.objectContaining({ code: 'envelope.BODY_INVALID', facts: { fields: ['extra'] } }),
    );
  });

  it.each([null, [], 'x', 1, [everyField]])('refuses %p as a body', (value) => {
    expect(() => validateBody(EveryField, value, 'tolerant')).toThrow('envelope.BODY_INVALID');
  });
});

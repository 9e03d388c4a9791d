import { DateText, Message, type MessageClass, messageOf, Optional, Text } from '@lienthong/envelope';
import { type ContractLock, extendLock, readLock } from './contract-lock';
import { changesBeyondNewOptionalFields } from './schema-compatibility';
import { jsonText } from './workspace';

const stated = {
  owner: 'tax',
  name: 'sealed',
  version: 1,
  summary: 'A message of this test.',
  stream: () => 'document:1',
} as const;
const type = 'vn.lienthong.tax.sealed.v1';

@Message({ ...stated, example: { number: '1' } })
class Released {
  @Text({ max: 60 })
  readonly number: string;
}

@Message({ ...stated, example: { number: '1' } })
class WithNewOptionalField {
  @Text({ max: 60 })
  readonly number: string;

  @Optional()
  @DateText()
  readonly sealedOn?: string;
}

@Message({ ...stated, example: { number: '1', sealedOn: '2026-08-03' } })
class WithNewRequiredField {
  @Text({ max: 60 })
  readonly number: string;

  @DateText()
  readonly sealedOn: string;
}

@Message({ ...stated, example: { number: '1' } })
class WithNarrowerField {
  @Text({ max: 20 })
  readonly number: string;
}

@Message({ ...stated, example: { id: '1' } })
class WithRenamedField {
  @Optional()
  @Text({ max: 60 })
  readonly id?: string;
}

const definitionsOf = (...classes: readonly MessageClass[]) => classes.map((message) => messageOf(message));
const released = extendLock({}, definitionsOf(Released)).lock;

describe('the contract lock', () => {
  it('pins a message on its first release, by the hash in which its dataschema ends', () => {
    const [revision] = released[type]!;
    expect(released[type]).toHaveLength(1);
    expect(revision!.dataschema.endsWith(revision!.hash)).toBe(true);
    expect(revision!.schema).toEqual(messageOf(Released).schema);
  });

  it('stays as it is while the message does, also through its file', () => {
    expect(extendLock(readLock(jsonText(released)), definitionsOf(Released))).toEqual({ lock: released, faults: [] });
  });

  it('takes a new optional field as a further revision and keeps the one before', () => {
    const { lock, faults } = extendLock(released, definitionsOf(WithNewOptionalField));
    expect(faults).toEqual([]);
    expect(lock[type]?.map(({ schema }) => schema)).toEqual([
      messageOf(Released).schema,
      messageOf(WithNewOptionalField).schema,
    ]);
  });

  it.each([
    ['a new field that must be present', WithNewRequiredField, 'new field sealedOn is not optional'],
    ['a narrower field', WithNarrowerField, 'field number changed its maxLength'],
    ['a field that is gone', WithRenamedField, 'field number is gone'],
  ] as const)('reports %s, naming message and field', (_what, message, change) => {
    const { faults } = extendLock(released, definitionsOf(message));
    expect(faults).toEqual([
      `${type}: ${change}; a released version never changes so, declare a new version beside it`,
    ]);
  });

  it('reports an optional field of the last revision that is taken back', () => {
    const { lock } = extendLock(released, definitionsOf(WithNewOptionalField));
    expect(extendLock(lock, definitionsOf(Released)).faults.join()).toContain('field sealedOn is gone');
  });

  it('reports a released message that is gone', () => {
    expect(extendLock(released, []).faults).toEqual([`${type} was released and is gone from the contracts`]);
  });

  it('reports a lock that was edited by hand to hide a change', () => {
    const [revision] = released[type]!;
    const edited: ContractLock = { [type]: [{ ...revision!, schema: messageOf(WithNarrowerField).schema }] };
    expect(extendLock(edited, definitionsOf(WithNarrowerField)).faults.join()).toContain('was edited');
  });
});

describe('a change between two revisions of a schema', () => {
  const list = (item: object) => ({
    type: 'object',
    properties: { rows: { type: 'array', minItems: 1, maxItems: 50, items: { type: 'object', ...item } } },
    required: ['rows'],
  });
  const text = { type: 'string', maxLength: 10 };

  it('is found inside the parts of a list', () => {
    const before = list({ properties: { share: text }, required: ['share'] });
    const after = list({ properties: { share: text, extra: text }, required: ['share', 'extra'] });
    expect(changesBeyondNewOptionalFields(before, after)).toEqual(['new field rows[].extra is not optional']);
  });

  it('is found when a field stops or begins to be optional', () => {
    const strict = list({ properties: { share: text }, required: ['share'] });
    const loose = list({ properties: { share: text } });
    expect(changesBeyondNewOptionalFields(strict, loose)).toEqual(['field rows[].share became optional']);
    expect(changesBeyondNewOptionalFields(loose, strict)).toEqual(['field rows[].share became required']);
  });

  it('is none when only a title or the mark of personal data differs', () => {
    const before = list({ properties: { share: text } });
    const after = { title: 'x', ...list({ properties: { share: { ...text, 'x-personal': true } } }) };
    expect(changesBeyondNewOptionalFields(before, after)).toEqual([]);
  });
});

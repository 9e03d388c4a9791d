import { DateText, Message, type MessageClass, messageOf, Optional, Text } from '@lienthong/envelope';
import { type ContractLock, extendLock, readLock } from './contract-lock';
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
    ['a new field that must be present', WithNewRequiredField, '/properties/sealedOn: new field is not optional'],
    ['a narrower field', WithNarrowerField, '/properties/number/maxLength: maxLength changed'],
    ['a field that is gone', WithRenamedField, '/properties/number: field is gone'],
  ] as const)('reports %s, naming message and field', (_what, message, change) => {
    const { faults } = extendLock(released, definitionsOf(message));
    expect(faults).toEqual([
      `${type}: ${change}; a released version never changes so, declare a new version beside it`,
    ]);
  });

  it('reports an optional field of the last revision that is taken back', () => {
    const { lock } = extendLock(released, definitionsOf(WithNewOptionalField));
    expect(extendLock(lock, definitionsOf(Released)).faults.join()).toContain('/properties/sealedOn: field is gone');
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

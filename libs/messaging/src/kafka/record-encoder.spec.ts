import fc from 'fast-check';
import original, { type KafkaRecord } from 'kafkajs/src/protocol/recordBatch/record/v0';
import kafkajsHash from 'kafkajs/src/producer/partitioners/default/murmur2';
import { keyPartitioner, murmur2 } from './partitioner';
import { recordEncoder } from './record-encoder';

const text = fc.string({ unit: 'binary', maxLength: 300 });
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const content = fc.oneof(text, bytes, fc.constant(null));
const records: fc.Arbitrary<KafkaRecord> = fc.record(
  {
    offsetDelta: fc.nat({ max: 100_000 }),
    timestampDelta: fc.oneof(fc.nat({ max: 5_000 }), fc.integer({ min: 0, max: 2 ** 40 })),
    key: content,
    value: content,
    headers: fc.dictionary(text, fc.oneof(text, bytes), { maxKeys: 25 }),
  },
  { requiredKeys: ['value'] },
);
const nobody = (): never => {
  throw new Error('not written by us');
};

describe('records for Kafka', () => {
  it('are written byte for byte as kafkajs writes them', () => {
    const encode = recordEncoder(original);
    fc.assert(
      fc.property(records, (record) => {
        expect(encode(record).buffer.equals(original(record).buffer)).toBe(true);
        expect(encode(record).size()).toBe(original(record).size());
      }),
      { numRuns: 2_000 },
    );
  });

  it('are written by us where they are as our messages are, else by kafkajs', () => {
    const encode = recordEncoder(nobody);
    const message = { key: Buffer.from('dossier:1'), value: Buffer.alloc(70_000, 'x'), headers: { ce_id: 'đất' } };
    expect(encode({ ...message, offsetDelta: 499 }).buffer).toEqual(original({ ...message, offsetDelta: 499 }).buffer);
    expect(() => encode({ ...message, headers: { twice: ['a', 'b'] } })).toThrow('not written by us');
    expect(() => encode({ ...message, headers: { none: null } })).toThrow('not written by us');
  });

  it('go to the partition that Kafka gives their key', () => {
    fc.assert(
      fc.property(fc.oneof(text, bytes), (key) => murmur2(key) === kafkajsHash(key)),
      { numRuns: 2_000 },
    );
    const choose = keyPartitioner();
    const partitionMetadata = Array.from({ length: 7 }, (_, partitionId) => ({ partitionId, leader: 1 })) as never;
    const chosen = (message: object): number => choose({ topic: 'tax.out', partitionMetadata, message } as never);
    expect(chosen({ key: 'dossier:1', value: null })).toBe((kafkajsHash('dossier:1') & 0x7fffffff) % 7);
    expect(chosen({ key: 'dossier:1', value: null, partition: 4 })).toBe(4);
    expect([0, 1, 2, 3, 4, 5, 6]).toContain(chosen({ value: null }));
  });
});

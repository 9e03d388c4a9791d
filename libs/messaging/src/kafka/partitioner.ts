import { type ICustomPartitioner, Partitioners } from 'kafkajs';

const SEED = 0x9747b28c;
const MIX = 0x5bd1e995;

/** The partition of a key as Kafka's own clients choose it (murmur2); kafkajs reckons each with numbers of 64 bits. */
export const keyPartitioner: ICustomPartitioner = () => {
  const others = Partitioners.DefaultPartitioner();
  return (args) => {
    const { key, partition } = args.message;
    const hasOnlyKey = key !== undefined && key !== null && partition === undefined;
    return hasOnlyKey ? (murmur2(key) & 0x7fffffff) % args.partitionMetadata.length : others(args);
  };
};

/** Kafka's hash of a key, a signed number of 32 bits. */
export function murmur2(key: string | Buffer): number {
  const data = typeof key === 'string' ? Buffer.from(key) : key;
  const { length } = data;
  const whole = length - (length % 4);
  let hash = SEED ^ length;
  for (let i = 0; i < whole; i += 4) {
    const mixed = Math.imul(data.readInt32LE(i), MIX);
    hash = Math.imul(hash, MIX) ^ Math.imul(mixed ^ (mixed >>> 24), MIX);
  }
  for (let i = length - 1; i >= whole; i -= 1) hash ^= (data[i] as number) << (8 * (i - whole));
  if (whole < length) hash = Math.imul(hash, MIX);
  hash = Math.imul(hash ^ (hash >>> 13), MIX);
  return hash ^ (hash >>> 15);
}

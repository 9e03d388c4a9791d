// No public entry: the encoder is internal to kafkajs, whose version is pinned.
import type { EncodedRecord, KafkaRecord, RecordEncoder } from 'kafkajs/src/protocol/recordBatch/record/v0';
import { createRequire } from 'node:module';

const ENCODER = 'kafkajs/src/protocol/recordBatch/record/v0';
/** Bytes of the longest number. */
const LONGEST_NUMBER = 5;
const MOST_NAMES = 1_000;

/** Names of headers come again and again. */
const nameBytes = new Map<string, Buffer>();

/**
 * Writes a record as kafkajs does, byte for byte, into one buffer. kafkajs makes a buffer of 512 bytes for each header and
 * one for each number. What none of our messages has (a header without or with several values) is left to `original`.
 */
export function recordEncoder(original: RecordEncoder): RecordEncoder {
  return (record) => encoded(record) ?? original(record);
}

let replaced = false;

/** Lets kafkajs use `recordEncoder` in this process; before the first producer sends. */
export function replaceRecordEncoder(): void {
  if (replaced) return;
  replaced = true;
  const load = createRequire(__filename);
  const original = load(ENCODER) as RecordEncoder;
  const loaded = load.cache[load.resolve(ENCODER)];
  if (loaded) loaded.exports = recordEncoder(original);
}

function encoded({
  offsetDelta = 0,
  timestampDelta = 0,
  key,
  value,
  headers = {},
}: KafkaRecord): EncodedRecord | undefined {
  if (typeof timestampDelta !== 'number' || timestampDelta < 0 || timestampDelta > 0x3fffffff) return undefined;
  const names = Object.keys(headers);
  let bodyAtMost = 1 + 5 * LONGEST_NUMBER + lengthOf(key) + lengthOf(value);
  for (const name of names) {
    const text = headers[name];
    if (typeof text !== 'string' && !Buffer.isBuffer(text)) return undefined;
    bodyAtMost += 2 * LONGEST_NUMBER + bytesOfName(name).length + lengthOf(text);
  }
  // the length of the body stands before it, and is as long as it is large
  const writer = new Writer(Buffer.allocUnsafe(LONGEST_NUMBER + bodyAtMost), LONGEST_NUMBER);
  writer.byte(0);
  writer.number(timestampDelta);
  writer.number(offsetDelta);
  writer.content(key);
  writer.content(value);
  writer.number(names.length);
  for (const name of names) {
    writer.content(bytesOfName(name));
    writer.content(headers[name] as string | Buffer);
  }
  return writer.withLength();
}

/** Writes from a place on, and the length of what it wrote before that place. */
class Writer {
  private at: number;

  constructor(
    private readonly bytes: Buffer,
    private readonly start: number,
  ) {
    this.at = start;
  }

  byte(value: number): void {
    this.bytes[this.at] = value;
    this.at += 1;
  }

  /** A number of at most 31 bits, as zigzag in groups of seven bits. */
  number(value: number): void {
    let rest = ((value << 1) ^ (value >> 31)) >>> 0;
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  content(value: string | Buffer | null | undefined): void {
    if (value === null || value === undefined) return this.number(-1);
    if (typeof value !== 'string') {
      this.number(value.length);
      this.at += value.copy(this.bytes, this.at);
      return;
    }
    this.number(Buffer.byteLength(value));
    this.at += this.bytes.write(value, this.at);
  }

  withLength(): EncodedRecord {
    const { at: end, start, bytes } = this;
    const length = end - start;
    this.at = 0;
    this.number(length);
    const first = start - this.at;
    bytes.copy(bytes, first, 0, this.at);
    const buffer = bytes.subarray(first, end);
    return { buf: buffer, buffer, offset: buffer.length, size: () => buffer.length };
  }
}

function bytesOfName(name: string): Buffer {
  let bytes = nameBytes.get(name);
  if (!bytes) {
    bytes = Buffer.from(name);
    if (nameBytes.size < MOST_NAMES) nameBytes.set(name, bytes);
  }
  return bytes;
}

/** At most; three bytes for each unit of a text. */
function lengthOf(value: string | Buffer | null | undefined): number {
  if (value === null || value === undefined) return 0;
  return typeof value === 'string' ? 3 * value.length : value.length;
}

const FIND_COORDINATOR = 10;
const METADATA = 3;
/** From these versions on the answers have another, compact form; kafkajs 2.2.4 stays below. */
const FIRST_COMPACT_VERSION: Readonly<Record<number, number>> = { [METADATA]: 9, [FIND_COORDINATOR]: 3 };

interface Asked {
  readonly apiKey: number;
  readonly version: number;
}

/**
 * Both directions of one connection to a Kafka broker. Clients go where the broker's answers tell them to; this puts
 * another address into those answers (Metadata, FindCoordinator) and passes everything else as it is.
 */
export class AdvertisedAddress {
  private readonly requests = new Frames();
  private readonly answers = new Frames();
  /** Requests whose answers carry addresses, by correlation id. */
  private readonly asked = new Map<number, Asked>();

  constructor(
    private readonly host: string,
    private readonly port: () => number,
  ) {}

  toServer(chunk: Buffer): Buffer {
    for (const frame of this.requests.take(chunk)) {
      const [apiKey, version] = [frame.readInt16BE(4), frame.readInt16BE(6)];
      const firstCompact = FIRST_COMPACT_VERSION[apiKey];
      if (firstCompact === undefined) continue;
      if (version >= firstCompact) throw new Error(`the proxy cannot read version ${version} of api ${apiKey}`);
      this.asked.set(frame.readInt32BE(8), { apiKey, version });
    }
    return chunk;
  }

  toClient(chunk: Buffer): Buffer {
    return Buffer.concat(this.answers.take(chunk).map((frame) => this.answer(frame)));
  }

  private answer(frame: Buffer): Buffer {
    const correlation = frame.readInt32BE(4);
    const asked = this.asked.get(correlation);
    if (!asked) return frame;
    this.asked.delete(correlation);
    const reader = new Rewriter(frame.subarray(4), this.host, this.port());
    reader.keep(4);
    if (asked.apiKey === METADATA) rewriteMetadata(reader, asked.version);
    else rewriteCoordinator(reader, asked.version);
    return reader.framed();
  }
}

function rewriteMetadata(reader: Rewriter, version: number): void {
  if (version >= 3) reader.keep(4); // throttle time
  const brokers = reader.keepInt32();
  for (let i = 0; i < brokers; i += 1) {
    reader.keep(4); // node id
    reader.replaceAddress();
    if (version >= 1) reader.keepString(); // rack
  }
}

function rewriteCoordinator(reader: Rewriter, version: number): void {
  if (version >= 1) reader.keep(4); // throttle time
  reader.keep(2); // error code
  if (version >= 1) reader.keepString(); // error message
  reader.keep(4); // node id
  reader.replaceAddress();
}

/** Cuts a stream of bytes into frames: four bytes of size, then so many bytes. */
class Frames {
  private rest = Buffer.alloc(0);

  /** The frames that are complete now, each with its size in front. */
  take(chunk: Buffer): Buffer[] {
    this.rest = this.rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.rest, chunk]);
    const frames: Buffer[] = [];
    while (this.rest.length >= 4 && this.rest.length >= 4 + this.rest.readInt32BE(0)) {
      const size = 4 + this.rest.readInt32BE(0);
      frames.push(this.rest.subarray(0, size));
      this.rest = this.rest.subarray(size);
    }
    return frames;
  }
}

/** Copies an answer field by field and puts the proxy's address where a broker's stands. */
class Rewriter {
  private at = 0;
  private readonly parts: Buffer[] = [];

  constructor(
    private readonly body: Buffer,
    private readonly host: string,
    private readonly port: number,
  ) {}

  keep(bytes: number): Buffer {
    const part = this.body.subarray(this.at, this.at + bytes);
    this.at += bytes;
    this.parts.push(part);
    return part;
  }

  keepInt32(): number {
    return this.keep(4).readInt32BE(0);
  }

  keepString(): void {
    this.keep(Math.max(this.keep(2).readInt16BE(0), 0));
  }

  /** A host of zero length stands for "none known" and stays. */
  replaceAddress(): void {
    const length = this.body.readInt16BE(this.at);
    if (length <= 0) return void this.keep(2 + 4);
    this.at += 2 + length + 4;
    const host = Buffer.from(this.host);
    const address = Buffer.alloc(2 + host.length + 4);
    address.writeInt16BE(host.length);
    host.copy(address, 2);
    address.writeInt32BE(this.port, 2 + host.length);
    this.parts.push(address);
  }

  framed(): Buffer {
    const body = Buffer.concat([...this.parts, this.body.subarray(this.at)]);
    const size = Buffer.alloc(4);
    size.writeInt32BE(body.length);
    return Buffer.concat([size, body]);
  }
}

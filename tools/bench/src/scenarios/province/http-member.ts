import { setTimeout as delay } from 'node:timers/promises';
import type { AcknowledgedMessage } from '@lienthong/envelope';
import { instantText, newId } from '@lienthong/kernel';
import { ACKNOWLEDGEMENT, BUS, ITEM, OFFICE } from '../../floor/contract';
import { type Acknowledged, clock, leafOfItem, protocolLetter } from '../../floor/protocol';
import { canonical, type Letter, readRecord, recordOf, sealed, signed, type Signer, sourceOf } from '../../floor/wire';
import type { BenchItemV1 } from '../../members/bench-item.message';
import type { Ledger } from './ledger';

const TOKEN_SECONDS = 240;
const LEASE = { max: 100, waitSeconds: 20, leaseSeconds: 30 };
const AT_ONCE = 8;
const RETRY_MS = { least: 200, most: 3_000 };
const ANSWER_MS = 60_000;

export interface HttpMemberOptions {
  readonly code: string;
  readonly signer: Signer;
  /** Where it reaches the bus: its own line. */
  readonly url: string;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
}

/** One delivery as a lease brings it: the names of the CloudEvents attributes without prefix. */
type Leased = Readonly<Record<string, unknown>> & { readonly type: string; readonly data: unknown };

/** A member by hand that only calls out: it submits by HTTP, pulls what is for it, sends dossiers on, and acknowledges. */
export class HttpMember {
  private readonly outgoing = new Map<string, { next: number; last: Promise<void> }>();
  private readonly incoming = new Map<string, number>();
  private readonly known = new Set<string>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private token?: { readonly text: string; readonly until: number };

  constructor(private readonly options: HttpMemberOptions) {}

  /** Sends the item on to the next of its route; numbered at once, submitted in order of its stream. */
  send(item: BenchItemV1): void {
    const { stream, route, hop } = item;
    const line = this.outgoing.get(stream) ?? { next: 1, last: Promise.resolve() };
    const letter = this.letter(item, line.next, `${route[hop + 1]}/${OFFICE}`);
    this.options.ledger.sent += 1;
    line.next += 1;
    line.last = line.last.then(() => this.inTurn(() => this.submit(letter)));
    this.outgoing.set(stream, line);
  }

  /** Pulls until it is told to stop; a line that is down is tried again. */
  async run(): Promise<void> {
    for (let tries = 0; !this.options.signal.aborted;) {
      const answer = await this.post('/messages/leases', JSON.stringify(LEASE), { 'content-type': 'application/json' });
      if (answer?.status !== 200) {
        await this.pause((tries += 1));
        continue;
      }
      tries = 0;
      const { messages } = JSON.parse(answer.body) as { readonly messages: readonly Leased[] };
      const handled = messages.flatMap((message) => this.take(message) ?? []);
      if (handled.length > 0) await this.acknowledge(handled);
    }
  }

  /** Resolves when everything that was sent has been taken by the bus. */
  async idle(): Promise<void> {
    await Promise.all([...this.outgoing.values()].map(({ last }) => last));
  }

  private take(message: Leased): Acknowledged | undefined {
    // what the bus tells about itself needs no answer: an accepted message was answered at its submission
    if (message.type !== ITEM.type) return undefined;
    const { ledger, code } = this.options;
    const arrived = readRecord(recordFrom(message));
    const { attributes, bus, sender } = arrived;
    const number = Number(bus.deliverysequence);
    if (this.known.has(attributes.id)) ledger.repeats += 1;
    else {
      const last = this.incoming.get(attributes.partitionkey) ?? 0;
      if (number !== last + 1) ledger.fault(`${code} got number ${number} after ${last} of ${attributes.partitionkey}`);
      this.incoming.set(attributes.partitionkey, number);
      this.known.add(attributes.id);
      this.handle(arrived.body as BenchItemV1, sender, Date.parse(attributes.time));
    }
    return {
      ...{ at: instantText(clock.now()), deliverySequence: number, id: attributes.id, logId: bus.logid },
      ...{ outcome: 'handled', sender, stream: attributes.partitionkey },
    } satisfies AcknowledgedMessage;
  }

  private handle(item: BenchItemV1, from: string, sentAt: number): void {
    const { ledger, code } = this.options;
    ledger.hops.push({ from, to: code, sentAt, handledAt: Date.now() });
    const hop = item.hop + 1;
    if (hop === item.route.length - 1) ledger.finished += 1;
    else this.send({ ...item, hop });
  }

  private letter(item: BenchItemV1, sequence: number, recipients: string): Letter {
    const value = canonical(item);
    const { salt, contentHash } = sealed(value);
    const attributes = {
      ...{ causationid: undefined, contenthash: contentHash, dataschema: ITEM.dataschema, epoch: '1' },
      ...{ id: newId(clock), partitionkey: item.stream, recipients, senderoffice: OFFICE, sequence: String(sequence) },
      ...{ source: sourceOf(this.options.code), time: instantText(clock.now()), type: ITEM.type },
    };
    return signed({ attributes, salt, value }, this.options.signer);
  }

  private async acknowledge(items: readonly Acknowledged[]): Promise<void> {
    const letter = protocolLetter({
      ...{ contract: ACKNOWLEDGEMENT, body: { items }, from: this.options.code, to: `${BUS}/${OFFICE}` },
      ...{ signer: this.options.signer, items: items.map(leafOfItem) },
    });
    await this.submit(letter);
  }

  /** Again and again until the bus has it; a refusal is a fault of the run. */
  private async submit(letter: Letter): Promise<void> {
    const { headers = {}, value } = recordOf(letter);
    const names = Object.entries(headers).map(([name, text]) => [name.replace('ce_', 'ce-'), String(text)] as const);
    for (let tries = 1; !this.options.signal.aborted; tries += 1) {
      const answer = await this.post('/messages', String(value), Object.fromEntries(names));
      if (answer?.status === 202 && answer.body.includes('"accepted"')) return;
      if (answer && answer.status < 429) {
        this.options.ledger.fault(`${this.options.code}: ${answer.status} ${answer.body.slice(0, 300)}`);
        return;
      }
      await this.pause(tries);
    }
  }

  /** `undefined` when the line is down. */
  private async post(
    path: string,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: string } | undefined> {
    try {
      const signal = AbortSignal.any([this.options.signal, AbortSignal.timeout(ANSWER_MS)]);
      const authorization = `Bearer ${await this.bearer()}`;
      const init = { method: 'POST', body, headers: { ...headers, authorization }, signal };
      const answer = await fetch(this.options.url + path, init);
      return { status: answer.status, body: await answer.text() };
    } catch {
      return undefined;
    }
  }

  private async bearer(): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    if (!this.token || this.token.until < now) {
      const { kid, key } = this.options.signer;
      const { SignJWT } = await import('jose');
      const text = await new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .setIssuer(this.options.code)
        .setSubject(this.options.code)
        .setAudience(BUS)
        .setIssuedAt(now)
        .setExpirationTime(now + TOKEN_SECONDS)
        .sign(key);
      this.token = { text, until: now + TOKEN_SECONDS / 2 };
    }
    return this.token.text;
  }

  private async pause(tries: number): Promise<void> {
    const most = Math.min(RETRY_MS.most, RETRY_MS.least * 2 ** Math.min(tries, 10));
    await delay(Math.random() * most, undefined, { signal: this.options.signal }).catch(() => undefined);
  }

  /** So many submissions of one member are under way at once. */
  private async inTurn(work: () => Promise<void>): Promise<void> {
    if (this.busy >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.busy += 1;
    try {
      await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy -= 1;
    }
  }
}

/** As the record that a Kafka member would have got: same names, same bytes. */
function recordFrom({ data, datacontenttype, ...attributes }: Leased): Parameters<typeof readRecord>[0] {
  const headers = Object.fromEntries(Object.entries(attributes).map(([name, text]) => [`ce_${name}`, String(text)]));
  const record = { key: Buffer.from(String(attributes['partitionkey'])), value: canonical(data) };
  return { ...record, headers: { ...headers, 'content-type': String(datacontenttype) } } as never;
}

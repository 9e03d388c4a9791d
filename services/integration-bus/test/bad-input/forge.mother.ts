import { type Signer, signBytes } from '@lienthong/envelope';
import type { WireRecord } from '@lienthong/messaging';
import type { NoticeWish, SpecMember } from '../member.mother';

/** Stands in every payload of the table; it must turn up in no log. */
export const SECRET = 'Nguyễn Thị Bí Mật, 079190012345';

export interface ForgeKeys {
  /** The sender's own. */
  readonly own: Signer;
  readonly ofAnotherMember: Signer;
  /** Known to nobody. */
  readonly stranger: Signer;
  readonly expired: Signer;
  readonly notYetValid: Signer;
}

/** A Kafka client that can write anything; some of it no typed client would. */
export type RawRecord = Omit<WireRecord, 'headers'> & {
  readonly headers: Readonly<Record<string, string | Buffer | undefined | readonly (string | Buffer)[]>>;
};

/** Makes records of one dossier's stream as the tax office would, and spoils them. */
export class Forge {
  constructor(
    readonly dossierCode: string,
    readonly keys: ForgeKeys,
    readonly now: Date,
    private readonly tax: SpecMember,
    readonly outTopic: (member: string) => string,
  ) {}

  notice(wish: Partial<NoticeWish> = {}, signer: Signer = this.keys.own): RawRecord {
    const body = { dossierCode: this.dossierCode, text: SECRET };
    const all = { dossierCode: this.dossierCode, sequence: 1, body, ...wish };
    return this.tax.notices([all], signer)[0] as RawRecord;
  }

  named(attributes: NonNullable<NoticeWish['attributes']>): RawRecord {
    return this.notice({ attributes });
  }

  saying(value: string | Buffer): RawRecord {
    return this.notice({ value: Buffer.from(value as string) });
  }

  /** The same record with other headers, which its signature does not know of. */
  withHeaders(headers: RawRecord['headers'], record = this.notice()): RawRecord {
    return { ...record, headers: { ...record.headers, ...headers } };
  }

  /** A good record with its compact JWS changed. */
  resigned(change: (jws: string) => string): RawRecord {
    const record = this.notice();
    return this.withHeaders({ ce_signature: change(String(record.headers.ce_signature)) }, record);
  }

  /** A good record whose JWS has another header or payload, signed by the right key (or another one). */
  forged(
    change: { readonly header?: (text: string) => string; readonly payload?: (text: string) => string },
    signer: Signer = this.keys.own,
  ): RawRecord {
    const same = (text: string): string => text;
    return this.resigned((jws) => {
      const [header = '', payload = ''] = jws.split('.').map((part) => Buffer.from(part, 'base64url').toString());
      const input = [(change.header ?? same)(header), (change.payload ?? same)(payload)]
        .map((text) => Buffer.from(text).toString('base64url'))
        .join('.');
      return `${input}.${signBytes(signer, Buffer.from(input))}`;
    });
  }
}

/** One kind of bad input. */
export interface BadInput {
  readonly what: string;
  readonly code: string;
  /** Whether the sender is proven: then the refusal is signed, told to it, and takes the number of the stream. */
  readonly isVerified: boolean;
  /** The number that the next message of the stream bears. */
  readonly next: 1 | 2;
  readonly spoil: (forge: Forge) => RawRecord;
}

type Row = readonly [what: string, code: string, spoil: (forge: Forge) => RawRecord];

/** Nobody can be held to be their sender: a security event, no number is taken. */
export function unverifiable(rows: readonly Row[]): BadInput[] {
  return rows.map(([what, code, spoil]) => ({ what, code, spoil, isVerified: false, next: 1 }));
}

/** Of a proven sender: refused with a signed reason, the number is taken. */
export function refused(rows: readonly Row[]): BadInput[] {
  return rows.map(([what, code, spoil]) => ({ what, code, spoil, isVerified: true, next: 2 }));
}

/** Of a proven sender, outside the numbers of the stream. */
export function refusedBesideTheStream(rows: readonly Row[]): BadInput[] {
  return refused(rows).map((row) => ({ ...row, next: 1 }));
}

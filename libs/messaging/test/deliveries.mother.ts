import {
  canonicalBytes,
  contentHash,
  generateKey,
  type KeyDirectory,
  leafOf,
  Message,
  messageOf,
  newSalt,
  publicKeyFromJwk,
  signerFromJwk,
  signLeaves,
  Text,
  toHeaders,
  Whole,
} from '@lienthong/envelope';
import { FixedClock, newId } from '@lienthong/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { WireRecord } from '../src';

export const clock = new FixedClock('2026-08-03T09:00:00+07:00');
const key = generateKey('tax-1');
const signer = signerFromJwk(key.privateJwk);

export const directory: KeyDirectory = {
  find: (kid) =>
    kid === 'tax-1'
      ? { kid, member: 'tax', key: publicKeyFromJwk(key.publicJwk), validFrom: '2020-01-01T00:00:00+07:00' }
      : undefined,
};

/** A message of the tests: adds to the count of a book. */
@Message({
  owner: 'tax',
  name: 'page-added',
  version: 1,
  summary: 'A page was added to a book (test message).',
  stream: (body) => `document:${body.book}`,
  example: { book: 'a', pages: 1 },
})
export class PageAddedV1 {
  @Text({ max: 40 }) readonly book: string;
  @Whole({ min: 0, max: 1_000 }) readonly pages: number;
}

@Entity('book')
export class Book {
  @PrimaryColumn('text') readonly name: string;
  @Column('integer') readonly pages: number;
}

export class BookTable1767225600001 implements MigrationInterface {
  readonly name = 'BookTable1767225600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table book (name text constraint book_pkey primary key,
      pages integer not null constraint book_not_too_thick check (pages < 900))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table book');
  }
}

export interface Delivery {
  readonly book: string;
  readonly number: number;
  readonly pages?: number;
  readonly id?: string;
  readonly recipients?: string;
  readonly tamper?: boolean;
  /** Characters of a field that the recipient does not know. */
  readonly ballast?: number;
}

/** A record as the bus delivers it to the test member `library`. */
export function delivered({ book, number, pages = 1, id, recipients, tamper = false, ballast }: Delivery): WireRecord {
  const body = { book, pages, ...(ballast ? { ballast: 'x'.repeat(ballast) } : {}) };
  const definition = messageOf(PageAddedV1);
  const value = canonicalBytes(body);
  const salt = newSalt();
  const attributes = {
    id: id ?? newId(clock),
    type: definition.type,
    source: '/members/tax',
    time: '2026-08-03T09:00:00.000+07:00',
    dataschema: definition.dataschema,
    partitionkey: `document:${book}`,
    senderoffice: 'bien-hoa',
    recipients: recipients ?? 'library/centre',
    epoch: '1',
    sequence: String(number),
    contenthash: contentHash(salt, value),
  };
  const { signature, paths } = signLeaves(signer, [leafOf(attributes)]);
  const bus = {
    acceptedat: '2026-08-03T09:00:00.100+07:00',
    logid: newId(clock),
    deliveryepoch: '1',
    deliverysequence: String(number),
  };
  const headers = toHeaders({
    attributes,
    contentsalt: salt.toString('base64url'),
    signature,
    signaturepath: paths[0] as string,
    bus,
    value,
  });
  const sent = tamper ? canonicalBytes({ book, pages: pages + 1 }) : value;
  return { topic: 'library.in', partition: 0, offset: '0', key: attributes.partitionkey, value: sent, headers };
}

import { hash, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { inclusionPaths, pathText } from '@lienthong/envelope';
import canonicalize from 'canonicalize';
import type { KafkaMessage, Message as KafkaRecord } from 'kafkajs';

/** What a sender signs, in canonical order: `JSON.stringify` gives their canonical JSON. */
export interface Attributes {
  readonly causationid: string | undefined;
  readonly contenthash: string;
  readonly dataschema: string;
  readonly epoch: string;
  readonly id: string;
  readonly partitionkey: string;
  readonly recipients: string;
  readonly senderoffice: string;
  readonly sequence: string;
  readonly source: string;
  readonly time: string;
  readonly type: string;
}

/** What the bus adds. */
export interface BusAttributes {
  readonly acceptedat: string;
  readonly logid: string;
  readonly deliveryepoch: string;
  readonly deliverysequence: string;
}

/** A message as it travels. */
export interface Letter {
  readonly attributes: Attributes;
  /** Canonical JSON of the attributes, and its leaf. */
  readonly text: string;
  readonly leaf: Buffer;
  readonly salt: string;
  readonly signature: string;
  readonly path: string;
  readonly value: Buffer;
}

export interface Arrived extends Letter {
  readonly sender: string;
  readonly bus: BusAttributes;
  readonly body: unknown;
}

export interface Signer {
  readonly kid: string;
  readonly key: KeyObject;
}

type Tree = 'lienthong-batch' | 'lienthong-acknowledgement';

const LEAF = '\u0000';
const SOURCE = '/members/';

export function canonical(body: unknown): Buffer {
  return Buffer.from(canonicalize(body) as string);
}

export function sealed(value: Buffer): { salt: string; contentHash: string } {
  const salt = randomBytes(32);
  return { salt: salt.toString('base64url'), contentHash: hash('sha256', Buffer.concat([salt, value]), 'base64url') };
}

export function leafOfText(canonicalText: string): Buffer {
  return hash('sha256', `${LEAF}${canonicalText}`, 'buffer');
}

export function sourceOf(member: string): string {
  return SOURCE + member;
}

/** Each message is signed by itself; an acknowledgement together with its items, so that each can be proven alone. */
export function signed(
  { attributes, salt, value }: Pick<Letter, 'attributes' | 'salt' | 'value'>,
  signer: Signer,
  items?: readonly Buffer[],
): Letter {
  const text = JSON.stringify(attributes);
  const leaf = leafOfText(text);
  const { root, paths } = treeOf(leaf, items);
  const input = signingInput(signer.kid, root, items);
  const signature = `${input}.${sign(null, Buffer.from(input), signer.key).toString('base64url')}`;
  return { attributes, text, leaf, salt, signature, path: paths[0] as string, value };
}

/** Whether this key signed the message; with its items, the path of each. */
export function signedPaths(letter: Letter, { kid, key }: Signer, items?: readonly Buffer[]): string[] | undefined {
  const { root, paths } = treeOf(letter.leaf, items);
  const input = signingInput(kid, root, items);
  if (letter.path !== paths[0] || !letter.signature.startsWith(`${input}.`)) return undefined;
  const signature = Buffer.from(letter.signature.slice(input.length + 1), 'base64url');
  return verify(null, Buffer.from(input), key, signature) ? paths.slice(1) : undefined;
}

function treeOf(leaf: Buffer, items: readonly Buffer[] = []): { root: Buffer; paths: string[] } {
  if (items.length === 0) return { root: leaf, paths: ['0:'] };
  const { root, paths } = inclusionPaths([leaf, ...items]);
  return { root, paths: paths.map((path, index) => pathText(index, path)) };
}

const heads = new Map<string, string>();

/** Header and payload of the compact JWS. */
function signingInput(kid: string, root: Buffer, items: readonly Buffer[] | undefined): string {
  const typ: Tree = items ? 'lienthong-acknowledgement' : 'lienthong-batch';
  const head = heads.get(`${kid} ${typ}`) ?? base64url(JSON.stringify({ alg: 'EdDSA', kid, typ }));
  heads.set(`${kid} ${typ}`, head);
  const size = 1 + (items?.length ?? 0);
  return `${head}.${base64url(JSON.stringify({ root: root.toString('base64url'), size }))}`;
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** CloudEvents in Kafka's binary mode. */
export function recordOf(
  { attributes: a, salt, signature, path, value }: Omit<Letter, 'text' | 'leaf'>,
  bus?: BusAttributes,
): KafkaRecord {
  return {
    key: a.partitionkey,
    value,
    headers: {
      ...{ ce_specversion: '1.0', ce_id: a.id, ce_type: a.type, ce_source: a.source, ce_time: a.time },
      ...{ ce_dataschema: a.dataschema, ce_partitionkey: a.partitionkey, ce_senderoffice: a.senderoffice },
      ...{ ce_recipients: a.recipients, ce_epoch: a.epoch, ce_sequence: a.sequence, ce_contenthash: a.contenthash },
      ...{ ce_contentsalt: salt, ce_signature: signature, ce_signaturepath: path },
      'content-type': 'application/json',
      ...(a.causationid !== undefined && { ce_causationid: a.causationid }),
      ...(bus && { ce_acceptedat: bus.acceptedat, ce_logid: bus.logid }),
      ...(bus && { ce_deliveryepoch: bus.deliveryepoch, ce_deliverysequence: bus.deliverysequence }),
    },
  };
}

/** Reads a record; its content must be canonical JSON and fit the hash. The signature is not yet verified. @throws */
export function readRecord({ key, value, headers = {} }: KafkaMessage): Arrived {
  const text = (name: string): string => String(headers[name]);
  const causationid = headers.ce_causationid === undefined ? undefined : text('ce_causationid');
  const attributes: Attributes = {
    ...{ causationid, contenthash: text('ce_contenthash'), dataschema: text('ce_dataschema') },
    ...{ epoch: text('ce_epoch'), id: text('ce_id'), partitionkey: text('ce_partitionkey') },
    ...{ recipients: text('ce_recipients'), senderoffice: text('ce_senderoffice'), sequence: text('ce_sequence') },
    ...{ source: text('ce_source'), time: text('ce_time'), type: text('ce_type') },
  };
  const [salt, content] = [text('ce_contentsalt'), String(value)];
  if (
    !value ||
    hash('sha256', Buffer.concat([Buffer.from(salt, 'base64url'), value]), 'base64url') !== attributes.contenthash
  )
    throw new Error(`the content of ${attributes.id} was changed`);
  const body: unknown = JSON.parse(content);
  if (canonicalize(body) !== content) throw new Error(`the content of ${attributes.id} is not canonical`);
  if (String(key) !== attributes.partitionkey) throw new Error(`the key of ${attributes.id} is not its stream`);
  const canonicalText = JSON.stringify(attributes);
  return {
    ...{ attributes, text: canonicalText, leaf: leafOfText(canonicalText), salt, value, body },
    ...{ signature: text('ce_signature'), path: text('ce_signaturepath') },
    sender: attributes.source.slice(SOURCE.length),
    bus: {
      ...{ acceptedat: text('ce_acceptedat'), logid: text('ce_logid') },
      ...{ deliveryepoch: text('ce_deliveryepoch'), deliverysequence: text('ce_deliverysequence') },
    },
  };
}

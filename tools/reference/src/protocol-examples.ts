import {
  type AcknowledgementV1,
  acknowledgedLeaf,
  canonicalBytes,
  contentHash,
  leafOf,
  messageOf,
  type PrivateKeyJwk,
  AcceptedV1,
  BookPageV1,
  BookWantedV1,
  KeyChangedV1,
  NotHandledV1,
  AcknowledgementV1 as Acknowledgement,
  RejectedV1,
  ResendWantedV1,
  RestoredV1,
  type SignedAttributes,
  signerFromJwk,
  signLeaves,
  sortedAttributes,
  toHeaders,
  VoidV1,
} from '@lienthong/envelope';
import { DossierStatusAskedV1 } from '@lienthong/contracts';

const FROM = '<!-- from here on derived from the code: npm run generate -->\n';
const TO = '<!-- end of the derived part -->\n';

/** The key of RFC 8032 §7.1, test 1: everybody knows it, so nobody will take it for a real one. */
export const exampleKey: PrivateKeyJwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  kid: 'portal-1',
  x: Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString('base64url'),
  d: Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex').toString('base64url'),
};

const MEMBER = 'portal';
const TIME = '2026-08-03T09:12:00.250+07:00';
const DOSSIER = 'H19.91.01-260803-0001';
const salt = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
const signer = signerFromJwk(exampleKey);
const base64url = (bytes: Buffer): string => bytes.toString('base64url');
const fence = (text: string, kind = 'text'): string => `\`\`\`${kind}\n${text}\n\`\`\`\n`;
const shown = (value: unknown): string => fence(JSON.stringify(value, undefined, 2), 'json');

interface Draft {
  readonly attributes: SignedAttributes;
  readonly value: Buffer;
}

function question(sequence: number): Draft {
  const definition = messageOf(DossierStatusAskedV1);
  const value = canonicalBytes({ dossierCode: DOSSIER });
  const attributes: SignedAttributes = {
    id: `019bf0f2-69f0-7b21-8c11-5a1f2e3d4c0${sequence}`,
    ...{ type: definition.type, source: `/members/${MEMBER}`, subject: DOSSIER, time: TIME },
    ...{ dataschema: definition.dataschema, partitionkey: `dossier:${DOSSIER}`, senderoffice: 'centre' },
    ...{ recipients: 'intake/bien-hoa', epoch: '1', sequence: String(sequence) },
    contenthash: contentHash(salt, value),
  };
  return { attributes, value };
}

function acknowledgement(): Draft {
  const definition = messageOf(Acknowledgement);
  const value = canonicalBytes({ items: [acknowledgedItem] });
  const attributes: SignedAttributes = {
    id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c09',
    ...{ type: definition.type, source: `/members/${MEMBER}`, time: TIME, dataschema: definition.dataschema },
    ...{ partitionkey: `member:${MEMBER}`, senderoffice: 'centre', recipients: 'integration-bus/centre' },
    ...{ epoch: '0', sequence: '0', contenthash: contentHash(salt, value) },
  };
  return { attributes, value };
}

const acknowledgedItem: AcknowledgementV1['items'][number] = {
  logId: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01',
  sender: 'intake',
  id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05',
  stream: `dossier:${DOSSIER}`,
  deliverySequence: 1,
  outcome: 'handled',
  at: TIME,
};

function headersOf({ attributes, value }: Draft, signature: string, signaturepath: string): Record<string, string> {
  return toHeaders({ attributes, value, contentsalt: base64url(salt), signature, signaturepath, bus: {} });
}

/** A record as it lies in Kafka. */
function recordOf(draft: Draft, signature: string, path: string): string {
  return shown({
    key: draft.attributes.partitionkey,
    headers: headersOf(draft, signature, path),
    value: draft.value.toString('utf8'),
  });
}

function structuredOf(draft: Draft, signature: string, path: string): string {
  const { 'content-type': datacontenttype, ...headers } = headersOf(draft, signature, path);
  const attributes = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name.slice(3), text]));
  return shown({ ...attributes, datacontenttype, data: JSON.parse(draft.value.toString('utf8')) as unknown });
}

function oneMessage(): string[] {
  const draft = question(1);
  const leaf = leafOf(draft.attributes);
  const { signature, paths } = signLeaves(signer, [leaf]);
  const [header = '', payload = ''] = signature.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  return [
    '### One message, step by step',
    'The key is that of RFC 8032 §7.1, test 1. A real private key never stands in a document.',
    shown(exampleKey),
    `The body as canonical JSON, ${draft.value.length} bytes:`,
    fence(draft.value.toString('utf8')),
    'The salt (32 bytes; here 0 to 31, in truth random) and `contenthash` = base64url(SHA-256(salt ‖ body)):',
    fence(`${base64url(salt)}\n${draft.attributes.contenthash}`),
    'The signed attributes as canonical JSON, and the leaf = base64url(SHA-256(0x00 ‖ those bytes)):',
    fence(`${JSON.stringify(sortedAttributes(draft.attributes))}\n${base64url(leaf)}`),
    'Header and payload of the JWS. In a batch of one the root is the leaf:',
    fence(`${header}\n${payload}`),
    'The JWS, that is `ce_signature`; `ce_signaturepath` is `0:`:',
    fence(signature),
    'The record on Kafka, topic `lt.portal.out`:',
    recordOf(draft, signature, paths[0] ?? ''),
    'The same message by HTTP in the structured form:',
    structuredOf(draft, signature, paths[0] ?? ''),
  ];
}

function batchOfThree(): string[] {
  const drafts = [1, 2, 3].map(question);
  const leaves = drafts.map(({ attributes }) => leafOf(attributes));
  const { signature, paths } = signLeaves(signer, leaves);
  const rows = leaves.map((leaf, i) => `| ${i + 1} | \`${base64url(leaf)}\` | \`${paths[i]}\` |`);
  return [
    '### Three messages under one signature',
    'Numbers 1 to 3 of the same stream; they differ in `id` and `sequence` only.',
    ['| number | leaf | `ce_signaturepath` |', '| --- | --- | --- |', ...rows, ''].join('\n'),
    'The same `ce_signature` stands on each of them; its payload names the root and the size 3:',
    fence(signature),
    'The second of them as a record:',
    recordOf(drafts[1] as Draft, signature, paths[1] ?? ''),
  ];
}

function anAcknowledgement(): string[] {
  const draft = acknowledgement();
  const { signature, paths } = signLeaves(
    signer,
    [leafOf(draft.attributes), acknowledgedLeaf(acknowledgedItem)],
    'lienthong-acknowledgement',
  );
  return [
    '### An acknowledgement',
    'Its tree is [message, item], so that the item can be proven alone. A tree of the message alone (`0:`) is taken as well.',
    recordOf(draft, signature, paths[0] ?? ''),
  ];
}

function protocolSchemas(): string[] {
  const answers = [Acknowledgement, AcceptedV1, RejectedV1, ResendWantedV1, NotHandledV1, VoidV1] as const;
  const classes = [...answers, KeyChangedV1, BookWantedV1, BookPageV1, RestoredV1] as const;
  const rows = classes
    .map((of) => messageOf(of as typeof VoidV1))
    .map(({ type, dataschema }) => `| \`${type}\` | \`${dataschema}\` |`);
  return ['### Types of the protocol', ['| type | `dataschema` |', '| --- | --- |', ...rows, ''].join('\n')];
}

/** All examples, made by the code that every member here uses. */
export function protocolExamples(): string {
  const parts = [...oneMessage(), ...batchOfThree(), ...anAcknowledgement(), ...protocolSchemas()];
  return `\n${parts.join('\n')}\n`.replaceAll(/\n{3,}/g, '\n\n');
}

/** The page with its examples between the two marks. @throws when a mark is lost */
export function withExamples(page: string): string {
  const [from, to] = [page.indexOf(FROM), page.indexOf(TO)];
  if (from < 0 || to < from) throw new Error(`docs/protocol.md has lost its marks: ${FROM.trim()} … ${TO.trim()}`);
  return page.slice(0, from + FROM.length) + protocolExamples() + page.slice(to);
}

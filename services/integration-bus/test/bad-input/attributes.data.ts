import { instantText } from '@lienthong/kernel';
import { type Forge, refused, refusedBesideTheStream, SECRET, unverifiable } from './forge.mother';

const INVALID = 'envelope.HEADER_INVALID';
const UNKNOWN = 'integration-bus.EXTENSION_UNKNOWN';
const RESERVED = 'integration-bus.EXTENSION_RESERVED';
const MISADDRESSED = 'integration-bus.PROTOCOL_MISADDRESSED';
const KEY_MISMATCH = 'integration-bus.KEY_MISMATCH';
const NO_GRANT = 'integration-bus.GRANT_MISSING';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const after = (f: Forge, ms: number): string => instantText(new Date(f.now.getTime() + ms));

/** An id as a clock would make it that stands there. */
function idMade(f: Forge, ms: number): string {
  const time = (f.now.getTime() + ms).toString(16).padStart(12, '0');
  const tail = f.dossierCode.slice(-4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-00000000${tail}`;
}

const office = (member: string, id = 'bien-hoa') => ({ member, office: id });
const RESEND = { type: 'vn.lienthong.protocol.resend-wanted.v1', senderoffice: 'system' };
const PROTOCOL = { partitionkey: 'member:tax', recipients: 'integration-bus/centre', epoch: '0', sequence: '0' };

export const badAttributes = [
  ...unverifiable([
    ['no time', 'envelope.HEADER_MISSING', (f) => f.withHeaders({ ce_time: undefined })],
    ['no header at all', 'envelope.HEADER_MISSING', (f) => ({ ...f.notice(), headers: {} })],
    ['an id twice', 'envelope.HEADER_REPEATED', (f) => f.withHeaders({ ce_id: [idMade(f, 0), idMade(f, 1)] })],
    ['another version of CloudEvents', INVALID, (f) => f.withHeaders({ ce_specversion: '0.3' })],
    ['another content type', INVALID, (f) => f.withHeaders({ 'content-type': 'application/json; charset=utf-8' })],
    ['a signature of more than 1,024 letters', INVALID, (f) => f.resigned((jws) => jws + 'A'.repeat(1_024))],
    ['a sender whose name has a Cyrillic letter', INVALID, (f) => f.named({ source: '/members/t\u0430x' })],
    ['a sender whose name is decomposed', INVALID, (f) => f.named({ source: '/members/ta\u0301x' })],
    ['an id in capitals', INVALID, (f) => f.named({ id: idMade(f, 0).replace('-8000-', '-8ABC-') })],
    ['an id that tells no time (UUIDv4)', INVALID, (f) => f.named({ id: idMade(f, 0).replace('-7', '-4') })],
    ['a number below zero', INVALID, (f) => f.named({ sequence: '-1' })],
    ['a number with a leading zero', INVALID, (f) => f.named({ sequence: '01' })],
    ['a number beyond 2^53', INVALID, (f) => f.named({ sequence: '9007199254740993' })],
    ['an epoch that no database column holds', INVALID, (f) => f.named({ epoch: '2147483648' })],
    ['a time without an offset', INVALID, (f) => f.named({ time: '2026-08-03T08:00:00.000' })],
    ['a date that does not exist', INVALID, (f) => f.named({ time: '2026-02-30T08:00:00.000+07:00' })],
    ['recipients out of order', INVALID, (f) => f.named({ recipients: 'land-registry/bien-hoa,intake/bien-hoa' })],
    ['a recipient twice', INVALID, (f) => f.named({ recipients: 'land-registry/bien-hoa,land-registry/bien-hoa' })],
    ['no recipient', INVALID, (f) => f.named({ recipients: '' })],
    ['a stream of an unknown kind', INVALID, (f) => f.named({ partitionkey: 'parcel:7' })],
    ['a stream with a space', INVALID, (f) => f.named({ partitionkey: 'dossier:H19 1' })],
    ['the Kafka key of another stream', KEY_MISMATCH, (f) => ({ ...f.notice(), key: 'dossier:other' })],
    ['no Kafka key', KEY_MISMATCH, (f) => ({ ...f.notice(), key: null })],
    ['a Kafka key with a space at its end', KEY_MISMATCH, (f) => ({ ...f.notice(), key: `dossier:${f.dossierCode} ` })],
    ['the topic of another member', 'integration-bus.WRONG_TOPIC', (f) => ({ ...f.notice(), topic: f.outTopic('intake') })],
    ['a sender that nobody knows', 'integration-bus.SENDER_UNKNOWN', (f) => f.named({ source: '/members/ghost' })],
  ]),
  ...refused([
    ['a time 16 minutes ahead', 'integration-bus.TIME_AHEAD', (f) => f.named({ time: after(f, 16 * MINUTE_MS) })],
    ['an id made the day after tomorrow', 'integration-bus.ID_AHEAD', (f) => f.named({ id: idMade(f, 2 * DAY_MS) })],
    ['an id made 91 days ago', 'integration-bus.ID_TOO_OLD', (f) => f.named({ id: idMade(f, -91 * DAY_MS) })],
    ['a deadline that is over', 'integration-bus.EXPIRED', (f) => f.named({ expirytime: after(f, -MINUTE_MS) })],
    ['an extension that nobody knows', UNKNOWN, (f) => f.withHeaders({ ce_priority: 'high' })],
    ['an extension in capitals', UNKNOWN, (f) => f.withHeaders({ CE_ID: idMade(f, 0) })],
    ['an extension whose very name tells the content', UNKNOWN, (f) => f.withHeaders({ [`ce_${SECRET}`]: 'x' })],
    ["the bus's own time of acceptance", RESERVED, (f) => f.withHeaders({ ce_acceptedat: after(f, 0) })],
    ["the bus's own log id", RESERVED, (f) => f.withHeaders({ ce_logid: idMade(f, 0) })],
    ["the bus's own delivery number", RESERVED, (f) => f.withHeaders({ ce_deliverysequence: '1' })],
    ['a recipient without a grant', NO_GRANT, (f) => f.notice({ to: [office('intake')] })],
    ['one recipient more than granted', NO_GRANT, (f) => f.notice({ to: [office('intake'), office('land-registry')] })],
    ['the sender itself as recipient', NO_GRANT, (f) => f.notice({ to: [office('tax')] })],
    ['a type that was not granted', NO_GRANT, (f) => f.named({ type: 'vn.lienthong.tax.unheard-of.v1' })],
    ['an office that the recipient does not have', 'integration-bus.OFFICE_UNKNOWN', (f) => f.notice({ to: [office('land-registry', 'nowhere')] })],
    ['an office that the sender does not have', 'integration-bus.OFFICE_UNKNOWN', (f) => f.named({ senderoffice: 'nowhere' })],
  ]),
  ...refusedBesideTheStream([
    ['epoch 0', 'integration-bus.NUMBER_RESERVED', (f) => f.named({ epoch: '0' })],
    ['number 0', 'integration-bus.NUMBER_RESERVED', (f) => f.named({ sequence: '0' })],
    ['a protocol message that only the bus sends', 'integration-bus.PROTOCOL_UNEXPECTED', (f) => f.named({ ...PROTOCOL, type: 'vn.lienthong.protocol.void.v1' })],
    ['a protocol message in the stream of a dossier', MISADDRESSED, (f) => f.named({ ...PROTOCOL, ...RESEND, partitionkey: `dossier:${f.dossierCode}` })],
    ['a protocol message for another member', MISADDRESSED, (f) => f.named({ ...PROTOCOL, ...RESEND, recipients: 'land-registry/bien-hoa' })],
    ['a protocol message with a number', MISADDRESSED, (f) => f.named({ ...PROTOCOL, ...RESEND, sequence: '1' })],
    ['a protocol message that says something else', 'envelope.BODY_INVALID', (f) => f.named({ ...PROTOCOL, ...RESEND })],
  ]),
]; // prettier-ignore

import { createHmac } from 'node:crypto';
import type { WireRecord } from '@lienthong/messaging';
import { type Forge, type RawRecord, unverifiable } from './forge.mother';

const MALFORMED = 'envelope.SIGNATURE_MALFORMED';
const ALGORITHM = 'envelope.SIGNATURE_ALGORITHM_REFUSED';
const TYPE = 'envelope.SIGNATURE_TYPE_WRONG';
const INVALID = 'envelope.SIGNATURE_INVALID';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The last letter of 64 bytes carries four bits that mean nothing; here they are not zero. */
const strayBits = (text: string): string => text.slice(0, -1) + ALPHABET[ALPHABET.indexOf(text.at(-1) ?? '') + 1];
const renamed = (algorithm: string) => ({ header: (text: string) => text.replace('EdDSA', algorithm) });
const path = (f: Forge, text: string): RawRecord => f.withHeaders({ ce_signaturepath: text });

/** The header names a secret-key algorithm, and the public key is the secret. */
function keyedByPublicKey(f: Forge): RawRecord {
  return f.resigned((jws) => {
    const header = JSON.stringify({ alg: 'HS256', kid: f.keys.own.kid, typ: 'lienthong-batch' });
    const input = `${Buffer.from(header).toString('base64url')}.${jws.split('.')[1]}`;
    const { x = '' } = f.keys.own.key.export({ format: 'jwk' });
    return `${input}.${createHmac('sha256', Buffer.from(x, 'base64url')).update(input).digest('base64url')}`;
  });
}

/** A record that stands with the signature of another one. */
function borrowed(f: Forge): RawRecord {
  const { ce_signature, ce_signaturepath } = (f.notice() as WireRecord).headers;
  return f.withHeaders({ ce_signature, ce_signaturepath });
}

/** A second, fully valid key is offered within the header itself. */
function selfIntroduced(f: Forge): RawRecord {
  const { x } = f.keys.stranger.key.export({ format: 'jwk' });
  const jwk = `,"jwk":{"crv":"Ed25519","kty":"OKP","x":"${x}"}}`;
  return f.forged({ header: (text) => text.replace(/}$/, jwk) }, f.keys.stranger);
}

export const badSignatures = unverifiable([
  ['padding at the end of the signature', MALFORMED, (f) => f.resigned((jws) => `${jws}==`)],
  ['padding at the end of the header', MALFORMED, (f) => f.resigned((jws) => jws.replace('.', '=.'))],
  ['a space after the signature', MALFORMED, (f) => f.resigned((jws) => `${jws} `)],
  ['a space before the header', MALFORMED, (f) => f.resigned((jws) => ` ${jws}`)],
  ['an end of line within the signature', MALFORMED, (f) => f.resigned((jws) => `${jws.slice(0, -9)}\n${jws.slice(-9)}`)],
  ['stray bits in the last letter of the signature', MALFORMED, (f) => f.resigned(strayBits)],
  ['stray bits in the last letter of the root', MALFORMED, (f) => f.forged({ payload: (text) => text.replace(/(?<=root":"[^"]{42})[^"]/, (letter) => strayBits(letter)) })],
  ['a letter of the other base64 alphabet', MALFORMED, (f) => f.resigned((jws) => `${jws.slice(0, -4)}+${jws.slice(-3)}`)],
  ['a JWS of four parts', MALFORMED, (f) => f.resigned((jws) => `${jws}.e30`)],
  ['a JWS whose payload lies elsewhere', MALFORMED, (f) => f.resigned((jws) => jws.replace(/\.[^.]+\./, '..'))],
  ['a JWS as JSON instead of the compact form', MALFORMED, (f) => f.resigned((jws) => JSON.stringify({ protected: jws.split('.')[0] }))],
  ['a signature of 63 bytes', MALFORMED, (f) => f.resigned((jws) => `${jws.slice(0, jws.lastIndexOf('.') + 1)}${'A'.repeat(84)}`)],
  ['a header with its names in another order', MALFORMED, (f) => f.forged({ header: () => JSON.stringify({ kid: f.keys.own.kid, alg: 'EdDSA', typ: 'lienthong-batch' }) })],
  ['a header with spaces', MALFORMED, (f) => f.forged({ header: (text) => text.replace(',', ', ') })],
  ['a header with the same name twice', MALFORMED, (f) => f.forged({ header: (text) => text.replace('{', '{"alg":"EdDSA",') })],
  ['a header with a critical extension', MALFORMED, (f) => f.forged({ header: (text) => text.replace(/}$/, ',"crit":["b64"],"b64":false}') })],
  ['a header that brings its own key', MALFORMED, selfIntroduced],
  ['a header that says where to fetch the key', MALFORMED, (f) => f.forged({ header: (text) => text.replace(/}$/, ',"jku":"https://keys.example/jwks"}') })],
  ['a payload with one more name', MALFORMED, (f) => f.forged({ payload: (text) => text.replace(/}$/, ',"sub":"tax"}') })],
  ['a tree size that is a text', MALFORMED, (f) => f.forged({ payload: (text) => text.replace(':1}', ':"1"}') })],
  ['a tree of no leaves', MALFORMED, (f) => f.forged({ payload: (text) => text.replace(':1}', ':0}') })],
  ['a tree of too many leaves', MALFORMED, (f) => f.forged({ payload: (text) => text.replace(':1}', ':65537}') })],
  ['a path whose index has a leading zero', MALFORMED, (f) => path(f, '00:')],
  ['a path with a space', MALFORMED, (f) => path(f, '0: ')],
  ['a path with a node of 31 bytes', MALFORMED, (f) => path(f, `0:${'A'.repeat(42)}`)],
  ['no algorithm, and no signature', ALGORITHM, (f) => f.resigned((jws) => `${f.forged(renamed('none')).headers.ce_signature as string}`.replace(/[^.]+$/, '') || jws)],
  ['no algorithm, beside a true signature', ALGORITHM, (f) => f.forged(renamed('none'))],
  ['no algorithm in other letters', ALGORITHM, (f) => f.forged(renamed('nOnE'))],
  ['the right algorithm in other letters', ALGORITHM, (f) => f.forged(renamed('EDDSA'))],
  ['a secret-key algorithm with the public key as the secret', ALGORITHM, keyedByPublicKey],
  ['an algorithm of another curve', ALGORITHM, (f) => f.forged(renamed('ES256'))],
  ['an RSA algorithm', ALGORITHM, (f) => f.forged(renamed('RS256'))],
  ['the signature type of an acknowledgement on a notice', TYPE, (f) => f.forged({ header: (text) => text.replace('lienthong-batch', 'lienthong-acknowledgement') })],
  ['the signature type of a message on an acknowledgement', TYPE, (f) => f.named({ type: 'vn.lienthong.protocol.acknowledgement.v1', partitionkey: 'member:tax', epoch: '0', sequence: '0' })],
  ['a key id that nobody has', 'envelope.KEY_UNKNOWN', (f) => f.notice({}, f.keys.stranger)],
  ['the key of another member', 'envelope.KEY_OF_ANOTHER_MEMBER', (f) => f.notice({}, f.keys.ofAnotherMember)],
  ['a key that is valid no more', 'envelope.KEY_NOT_VALID', (f) => f.notice({}, f.keys.expired)],
  ['a key that is not valid yet', 'envelope.KEY_NOT_VALID', (f) => f.notice({}, f.keys.notYetValid)],
  ["a stranger's key under the sender's key id", INVALID, (f) => f.notice({}, { ...f.keys.stranger, kid: f.keys.own.kid })],
  ['the signature of another message', INVALID, borrowed],
  ['a path to a leaf outside the tree', INVALID, (f) => path(f, '1:')],
  ['a path that is longer than the tree is high', INVALID, (f) => path(f, `0:${'A'.repeat(43)}`)],
  ['a number changed after signing', INVALID, (f) => f.withHeaders({ ce_sequence: '2' })],
  ['a deadline added after signing', INVALID, (f) => f.withHeaders({ ce_expirytime: '2099-01-01T00:00:00.000+07:00' })],
  ['a recipient added after signing', INVALID, (f) => f.withHeaders({ ce_recipients: 'intake/bien-hoa,land-registry/bien-hoa' })],
  ['a subject taken away after signing', INVALID, (f) => f.withHeaders({ ce_subject: undefined })],
  ['a salt changed after signing', 'integration-bus.CONTENT_CHANGED', (f) => f.withHeaders({ ce_contentsalt: 'A'.repeat(43) })],
  ['a content changed after signing', 'integration-bus.CONTENT_CHANGED', (f) => ({ ...f.notice(), value: Buffer.from('{"text":"paid"}') })],
]); // prettier-ignore

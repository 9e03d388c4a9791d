import { closedNotice } from '../notice.mother';
import { refused, SECRET, unverifiable } from './forge.mother';

const NOT_CANONICAL = 'envelope.NOT_CANONICAL';
const NOT_JSON = 'envelope.NOT_JSON';
const NOT_UTF8 = 'envelope.NOT_UTF8';
const REPEATED = 'envelope.NAME_REPEATED';
const TOO_LARGE_NUMBER = 'envelope.NUMBER_TOO_LARGE';
const NOT_COMPOSED = 'envelope.NAME_NOT_COMPOSED';
const VIOLATION = 'integration-bus.SCHEMA_VIOLATION';

const around = (bytes: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from(`{"text":"${SECRET}`), Buffer.from(bytes), Buffer.from('"}')]);
const withNumber = (number: string): string => `{"amount":${number},"text":"${SECRET}"}`;

/** The same letters: ê as one character, and as e with a combining circumflex. */
const COMPOSED = 't\u00ean';
const DECOMPOSED = 'te\u0302n';

export const badContents = [
  ...refused([
    ['spaces', NOT_CANONICAL, (f) => f.saying(`{"text": "${SECRET}"}`)],
    ['names in another order', NOT_CANONICAL, (f) => f.saying(`{"text":"${SECRET}","dossierCode":"${f.dossierCode}"}`)],
    ['an end of line after the content', NOT_CANONICAL, (f) => f.saying(`{"text":"${SECRET}"}\n`)],
    ['a number with a needless fraction', NOT_CANONICAL, (f) => f.saying(withNumber('1.0'))],
    ['a number with an exponent of another form', NOT_CANONICAL, (f) => f.saying(withNumber('1E2'))],
    ['a number with more digits than it can keep', NOT_CANONICAL, (f) => f.saying(withNumber('0.10000000000000000555'))],
    ['minus zero', NOT_CANONICAL, (f) => f.saying(withNumber('-0'))],
    ['an escape that is not needed', NOT_CANONICAL, (f) => f.saying(`{"text":"${SECRET}\\u0041"}`)],
    ['an escaped slash', NOT_CANONICAL, (f) => f.saying(`{"text":"${SECRET}\\/"}`)],
    ['a text that breaks off', NOT_JSON, (f) => f.saying(`{"text":"${SECRET}`)],
    ['no content at all', NOT_JSON, (f) => f.saying('')],
    ['a byte order mark', NOT_JSON, (f) => f.saying(`\ufeff{"text":"${SECRET}"}`)],
    ['two contents', NOT_JSON, (f) => f.saying(`{"text":"${SECRET}"}{}`)],
    ['a comma too many', NOT_JSON, (f) => f.saying(`{"text":"${SECRET}",}`)],
    ['a comment', NOT_JSON, (f) => f.saying(`{"text":"${SECRET}"/**/}`)],
    ['a number that is none', NOT_JSON, (f) => f.saying(withNumber('NaN'))],
    ['a name twice', REPEATED, (f) => f.saying(`{"text":"${SECRET}","text":"paid"}`)],
    ['a name twice, once escaped', REPEATED, (f) => f.saying(`{"text":"${SECRET}","te\\u0078t":"paid"}`)],
    ['a name twice, deep inside', REPEATED, (f) => f.saying(`{"list":[{"a":{"b":1,"b":2}}],"text":"${SECRET}"}`)],
    ['a byte that no UTF-8 has', NOT_UTF8, (f) => f.saying(around([0xff]))],
    ['an overlong UTF-8 form', NOT_UTF8, (f) => f.saying(around([0xc0, 0xaf]))],
    ['a surrogate in UTF-8', NOT_UTF8, (f) => f.saying(around([0xed, 0xa0, 0x80]))],
    ['a UTF-8 letter that breaks off', NOT_UTF8, (f) => f.saying(around([0xe1, 0xba]))],
    ['UTF-16', NOT_UTF8, (f) => f.saying(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(SECRET, 'utf16le')]))],
    ['half a surrogate pair', 'envelope.SURROGATE_ALONE', (f) => f.saying(`{"text":"${SECRET}\\ud800"}`)],
    ['2^53', TOO_LARGE_NUMBER, (f) => f.saying(withNumber('9007199254740992'))],
    ['2^53 + 1', TOO_LARGE_NUMBER, (f) => f.saying(withNumber('9007199254740993'))],
    ['−2^53', TOO_LARGE_NUMBER, (f) => f.saying(withNumber('-9007199254740992'))],
    ['a number beyond 2^53 in exponent form', TOO_LARGE_NUMBER, (f) => f.saying(withNumber('1e+23'))],
    ['a number without end', TOO_LARGE_NUMBER, (f) => f.saying(withNumber('1e400'))],
    ['a decomposed name (NFD)', NOT_COMPOSED, (f) => f.saying(`{"${DECOMPOSED}":"${SECRET}"}`)],
    ['two names that look alike', NOT_COMPOSED, (f) => f.saying(`{"${DECOMPOSED}":"${SECRET}","${COMPOSED}":"x"}`)],
    ['a decomposed name deep inside', NOT_COMPOSED, (f) => f.saying(`{"list":[{"${DECOMPOSED}":1}],"text":"${SECRET}"}`)],
    ['a name with a letter that stands for another (the sign of Ångström)', NOT_COMPOSED, (f) => f.saying(`{"\u212b":"${SECRET}"}`)],
    ['33 levels', 'envelope.TOO_DEEP', (f) => f.saying(`${'['.repeat(33)}"${SECRET}"${']'.repeat(33)}`)],
    ['40,000 levels', 'envelope.TOO_DEEP', (f) => f.saying('[{"a":'.repeat(20_000))],
    ['a name in which one letter is Cyrillic', VIOLATION, (f) => f.saying(`{"dossierCode":"${f.dossierCode}","t\u0435xt":"${SECRET}"}`)],
    ['a citizen’s name and number as the name of a field', VIOLATION, (f) => f.notice({ body: { dossierCode: f.dossierCode, text: 'x', [SECRET]: 1 }, attributes: { dataschema: closedNotice.dataschema } })],
    ['a field of another kind', VIOLATION, (f) => f.notice({ body: { dossierCode: f.dossierCode, text: [SECRET] } })],
    ['a text that is too long', VIOLATION, (f) => f.notice({ body: { dossierCode: f.dossierCode, text: SECRET.repeat(20) } })],
    ['a list instead of an object', VIOLATION, (f) => f.saying(`["${SECRET}"]`)],
    ['a schema that nobody registered', 'integration-bus.SCHEMA_UNKNOWN', (f) => f.named({ dataschema: 'urn:unheard-of' })],
  ]),
  ...unverifiable([
    ['no value (a tombstone)', 'envelope.TOMBSTONE', (f) => ({ ...f.notice(), value: null })],
    ['more than 256 KiB', 'envelope.TOO_LARGE', (f) => f.saying(`"${SECRET}${'x'.repeat(256 * 1_024)}"`)],
  ]),
]; // prettier-ignore

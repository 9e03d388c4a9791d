import { createHash } from 'node:crypto';
import { declaredFile } from './upload-headers.rules';

const sha256 = createHash('sha256').update('x').digest('base64url');
const limits = { fileLimitBytes: 1_000, fileContentTypes: ['application/pdf'] };
const contract = { filename: 'Hợp đồng chuyển nhượng.pdf', filetype: 'application/pdf', sha256 };

function metadata(said: Readonly<Record<string, string>>): string {
  return Object.entries(said)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

describe('what a member says of a file before sending it', () => {
  it('is its name, type, size and hash', () => {
    expect(declaredFile('1000', metadata(contract), limits)).toEqual({
      ...{ name: contract.filename, contentType: 'application/pdf', size: 1_000, sha256 },
    });
  });

  it('has its name in one spelling, whatever the keyboard of the officer makes', () => {
    const decomposed = { ...contract, filename: contract.filename.normalize('NFD') };
    expect(declaredFile('1', metadata(decomposed), limits).name).toBe(contract.filename.normalize('NFC'));
  });

  it.each([
    ['no length', undefined, contract, 'files.HEADER_INVALID'],
    ['no whole number as length', '1e3', contract, 'files.HEADER_INVALID'],
    ['an empty file', '0', contract, 'files.HEADER_INVALID'],
    ['a file above the limit', '1001', contract, 'files.TOO_LARGE'],
    ['a path for a name', '1', { ...contract, filename: '../../etc/passwd' }, 'files.HEADER_INVALID'],
    ['a header in the name', '1', { ...contract, filename: 'a\r\nset-cookie: b' }, 'files.HEADER_INVALID'],
    ['no name', '1', { filetype: 'application/pdf', sha256 }, 'files.HEADER_INVALID'],
    ['a type that is not taken', '1', { ...contract, filetype: 'text/html' }, 'files.TYPE_NOT_ALLOWED'],
    ['a type with parameters', '1', { ...contract, filetype: 'application/pdf; a=b' }, 'files.HEADER_INVALID'],
    ['a hash in hexadecimal', '1', { ...contract, sha256: 'ab'.repeat(32) }, 'files.HEADER_INVALID'],
    ['a hash with stray bits at its end', '1', { ...contract, sha256: `${'A'.repeat(42)}B` }, 'files.HEADER_INVALID'],
  ])('is refused with %s', (_, length, said, code) => {
    expect(() => declaredFile(length, metadata(said as Record<string, string>), limits)).toThrow(code);
  });

  it('is refused without metadata', () => {
    expect(() => declaredFile('1', undefined, limits)).toThrow('files.HEADER_INVALID');
  });
});

import type { StoredFile } from './file';
import { faultOfNaming } from './naming.rules';

const stored: StoredFile = {
  ...{ fileId: '0192f0c0-0000-7000-8000-000000000001', name: 'hợp đồng.pdf', contentType: 'application/pdf' },
  ...{ size: 10, sha256: 'A'.repeat(43), owner: 'land-registry', state: 'complete', received: 10 },
  createdAt: new Date(0),
};
const { fileId, name, contentType, size, sha256 } = stored;
const file = { fileId, name, contentType, size, sha256 };

describe('a message that names a file', () => {
  it('is taken over when the file is whole and as it is named', () => {
    expect(faultOfNaming([{ file, stored }])).toBeUndefined();
  });

  it.each([
    ['that is not there for the sender', undefined, {}, 'files.UNKNOWN'],
    ['whose upload goes on', { ...stored, state: 'uploading', received: 4 } as const, {}, 'files.INCOMPLETE'],
    ['that was removed', { ...stored, state: 'removed', removedWhy: 'expired' } as const, {}, 'files.REMOVED'],
    ['that is being removed', { ...stored, state: 'removing', removedWhy: 'expired' } as const, {}, 'files.REMOVED'],
    ['under another name', stored, { name: 'khác.pdf' }, 'files.NOT_AS_NAMED'],
    ['of another type', stored, { contentType: 'image/png' }, 'files.NOT_AS_NAMED'],
    ['of another size', stored, { size: 11 }, 'files.NOT_AS_NAMED'],
    ['with another hash', stored, { sha256: 'B'.repeat(43) }, 'files.NOT_AS_NAMED'],
  ])('is refused when it names one %s', (_, as, wrong, code) => {
    expect(
      faultOfNaming([
        { file, stored },
        { file: { ...file, ...wrong }, stored: as },
      ])?.code,
    ).toBe(code);
  });
});

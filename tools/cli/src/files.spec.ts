import { fileDetails, filesTable, type FileView } from './files';

const file: FileView = {
  ...{ fileId: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05', name: 'Hợp đồng.pdf', contentType: 'application/pdf' },
  ...{ size: 200, sha256: 'A'.repeat(43), owner: 'land-registry', state: 'uploading', received: 51 },
  createdAt: '2026-08-03T09:10:00.123+07:00',
};

describe('files on a terminal', () => {
  it('are one line each, without their names, and say how far an upload is', () => {
    const lines = filesTable({ items: [file], next: 'abc' }).split('\n');
    expect(lines[1]?.split(/ {2,}/)).toEqual([
      ...['2026-08-03 09:10:00', 'land-registry', file.fileId, 'application/pdf', '200', 'uploading, 25 %'],
    ]);
    expect(lines.at(-1)).toBe('More: --cursor abc');
    expect(filesTable({ items: [] })).toBe('The bus keeps no file.');
  });

  it('show who named and who read them', () => {
    const naming = { sender: 'land-registry', id: 'x', acceptedAt: '2026-08-03T09:11:00.000+07:00' };
    const named = { ...naming, type: 'vn.lienthong.land-registry.scans-provided.v1', dossierCode: 'H19.1-260803-0001' };
    const gone = { ...file, state: 'removed', removedWhy: 'expired', namedBy: [named] };
    const reading = { member: 'tax', at: '2026-08-03T09:12:00.000+07:00', from: 0, to: 199 };
    const text = fileDetails(gone, { items: [reading] });
    expect(text).toContain('of land-registry, removed (expired)');
    expect(text).toMatch(/2026-08-03 09:11:00 +land-registry +scans-provided.v1 +H19.1-260803-0001 +x/);
    expect(text).toMatch(/2026-08-03 09:12:00 +tax +0 +199/);
    expect(fileDetails(file, { items: [] })).toContain('Nobody has read it.');
  });
});

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FilesystemFileStore } from './filesystem-file-store';

const place = { fileId: 'file', pieceId: 'piece' };

describe('the store in a folder', () => {
  let folder: string;
  let store: FilesystemFileStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-store-'));
    store = new FilesystemFileStore(join(folder, 'files'));
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives back any part of a piece, and has nothing left when its pieces are gone', async () => {
    await store.put(place, Buffer.from('0123456789'));
    expect((await store.read(place, { from: 3, to: 5 })).toString()).toBe('345');
    await store.remove(place.fileId, [place.pieceId, 'never came']);
    expect(readdirSync(join(folder, 'files'))).toEqual([]);
    await store.remove(place.fileId, [place.pieceId]);
  });

  it('says that it is full, and takes the piece when there is room again', async () => {
    mkdirSync(join(folder, 'files', 'file'), { recursive: true });
    symlinkSync('/dev/full', join(folder, 'files', 'file', 'piece.coming'));
    await expect(store.put(place, Buffer.from('x'))).rejects.toMatchObject({
      code: 'files.STORE_FULL',
      kind: 'transient',
    });
    rmSync(join(folder, 'files', 'file', 'piece.coming'));
    await store.put(place, Buffer.from('x'));
    expect((await store.read(place, { from: 0, to: 0 })).toString()).toBe('x');
  });

  it('says that it is away when its folder cannot be used', async () => {
    writeFileSync(join(folder, 'files'), 'a file where the folder should be');
    await expect(store.put(place, Buffer.from('x'))).rejects.toMatchObject({
      code: 'files.STORE_AWAY',
      kind: 'transient',
    });
  });

  it('says which is a defect: a piece that is gone or shorter than it was', async () => {
    const lost = { code: 'files.PIECE_MISSING', kind: 'bug' };
    await expect(store.read(place, { from: 0, to: 0 })).rejects.toMatchObject(lost);
    await store.put(place, Buffer.from('x'));
    await expect(store.read(place, { from: 0, to: 1 })).rejects.toMatchObject(lost);
  });
});

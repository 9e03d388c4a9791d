import { overBrokenLine, TcpProxy } from '@lienthong/testing';
import { FileRemoval } from '../src/files/file-removal';
import { SpecBus } from './bus.mother';
import { FilesMember, ScanFolder } from './files.mother';
import { ObjectStore } from './object-store.mother';

const MIB = 1_048_576;

describe('files in an S3-compatible store', () => {
  let store: ObjectStore;
  let bus: SpecBus;
  let scans: ScanFolder;
  let land: FilesMember;
  beforeAll(async () => {
    store = await ObjectStore.start();
    [bus, scans] = [await SpecBus.start(store.variables), new ScanFolder()];
    land = new FilesMember('land-registry', bus);
  });
  afterAll(async () => {
    await bus.stop();
    await store.stop();
    scans.remove();
  });

  it('come and go over a line that breaks, lie there in pieces, and leave nothing when they go', async () => {
    const path = await scans.pdf(6 * MIB);
    const line = await TcpProxy.toService(`http://127.0.0.1:${bus.running.port}`);
    const far = new FilesMember('land-registry', bus, `http://${line.address}`);
    let file = await land.upload(await scans.pdf(100));
    const breaks = { times: 3, everyBytes: 2 * MIB, bytesPerSecond: 8 * MIB };
    expect(await overBrokenLine(line, async () => (file = await far.upload(path)), breaks)).toBe(3);
    await line.close();
    expect(store.objectsOf(file.fileId)).toBeGreaterThan(1);
    expect(await land.fetched(file)).toBe(file.sha256);
    await bus.rows(`update file set touched_at = touched_at - interval '15 days' where file_id = $1`, [file.fileId]);
    await bus.running.app.get(FileRemoval).sweep();
    expect(store.objectsOf(file.fileId)).toBe(0);
    expect(await land.fetched(file).catch(String)).toContain('files.REMOVED');
  });

  it('wait for a store that is away: it is told as transient, and what had come is there when it returns', async () => {
    const path = await scans.pdf(MIB);
    await store.down();
    const upload = land.upload(path);
    const declared = await land.declare(path);
    const refused = await land.patch(declared, 0, path);
    expect(refused).toMatchObject({ status: 503, code: 'files.STORE_AWAY', retryAfter: '2' });
    await store.up();
    const file = await upload;
    expect(await land.fetched(file)).toBe(file.sha256);
    await store.down();
    const away = await (await land.api()).get(`/files/${file.fileId}/content`);
    expect(away).toMatchObject({ status: 503, body: { code: 'files.STORE_AWAY' } });
    await store.up();
  });
});

import { overBrokenLine, TcpProxy } from '@lienthong/testing';
import type { FileReadingView } from '../src/files/files.query';
import { asFile, declaring, FilesMember, PART } from './files.mother';
import { codeOf, FilesStage, pdf } from './files-stage.mother';

const MIB = 1_048_576;

/** The scanned contract that another agency holds (L §4.3 M18). */
describe('a file that a message names', () => {
  let files: FilesStage;
  beforeAll(async () => {
    files = await FilesStage.open();
  });
  afterAll(() => files.close());

  describe('on its way', () => {
    it('comes and goes over a line that breaks again and again, is resumed, and is the same at the end', async () => {
      const size = 6 * MIB;
      const path = await files.scans.pdf(size);
      const line = await TcpProxy.toService(`http://127.0.0.1:${files.bus.running.port}`);
      const far = new FilesMember('land-registry', files.bus, `http://${line.address}`);
      const breaks = { times: 5, everyBytes: MIB, bytesPerSecond: 8 * MIB };
      let sent = await files.land.upload(await files.scans.pdf(100));
      const cuts = await overBrokenLine(line, async () => (sent = await far.upload(path)), breaks);
      expect(cuts).toBe(5);
      // what was on the line at a break comes again, the rest does not
      expect(line.counts.bytesToServer).toBeLessThan(size * 1.6);

      await files.land.sends(sent, 'tax');
      const reader = new FilesMember('tax', files.bus, `http://${line.address}`);
      let hash = '';
      expect(await overBrokenLine(line, async () => (hash = await reader.fetched(sent)), breaks)).toBe(5);
      expect(hash).toBe(sent.sha256);
      expect(line.counts.bytesToClient).toBeLessThan(size * 1.6);
      await line.close();

      const { body } = await (
        await files.land.api()
      ).get<{ items: FileReadingView[] }>(`/files/${sent.fileId}/readings`);
      expect(body.items.length).toBeGreaterThanOrEqual(6);
      expect(new Set(body.items.map(({ member }) => member))).toEqual(new Set(['tax']));
      expect(await files.entries('file-read', sent.fileId)).toHaveLength(body.items.length);
    });

    it('goes on at another instance where the first one stopped', async () => {
      const bytes = pdf('half here, half there');
      const url = await files.begin(bytes);
      const other = await files.bus.another();
      expect((await files.patch(url, 0, bytes.subarray(0, 10))).headers.get('upload-offset')).toBe('10');
      const there = new FilesMember('land-registry', other);
      const token = await there.token();
      const rest = await fetch(`http://127.0.0.1:${other.running.port}${url}`, {
        method: 'PATCH',
        headers: { ...PART, authorization: `Bearer ${token}`, 'upload-offset': '10' },
        body: new Uint8Array(bytes.subarray(10)),
      });
      await other.running.stop();
      expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(bytes.length)]);
      const [stored] = await files.entries('file-stored', url.split('/').at(-1) ?? '');
      expect(stored).toMatchObject({ owner: 'land-registry', sha256: asFile(bytes).sha256 });
    });

    it('is not sent twice: the same file again is the same upload, and one that is whole is there at once', async () => {
      const bytes = pdf('declared twice');
      const url = await files.begin(bytes);
      await files.patch(url, 0, bytes.subarray(0, 12));
      expect(await files.begin(bytes)).toBe(url);
      const head = await files.at(files.land, url, { method: 'HEAD', headers: PART });
      expect([head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual(['12', `${bytes.length}`]);
      await files.patch(url, 12, bytes.subarray(12));
      expect(await files.begin(bytes)).toBe(url);
    });

    it('takes the same part from one of two lines only', async () => {
      const bytes = pdf('x'.repeat(3 * MIB));
      const url = await files.begin(bytes);
      const answers = await Promise.all([files.patch(url, 0, bytes), files.patch(url, 0, bytes)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect(await codeOf(answers.find(({ status }) => status === 409) as Response)).toEqual([
        409,
        'files.OFFSET_PASSED',
      ]);
      const fileId = url.split('/').at(-1) ?? '';
      expect(await files.tax.fetched({ fileId, ...asFile(bytes) }).catch(String)).toContain('files.UNKNOWN');
      expect(await files.land.fetched({ fileId, ...asFile(bytes) })).toBe(asFile(bytes).sha256);
      expect(files.inFolder(url)).toHaveLength(1);
    });
  });

  describe('is checked', () => {
    it.each([
      ['another type than declared', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'files.TYPE_DIFFERS'],
      ['a text that says to be a contract', Buffer.from('contract'), 'files.TYPE_DIFFERS'],
    ])('by its bytes: %s is refused, and nothing of it is kept', async (_, bytes, code) => {
      const url = await files.begin(bytes);
      expect(await codeOf(await files.patch(url, 0, bytes))).toEqual([415, code]);
      expect(files.inFolder(url)).toEqual([]);
      expect(await codeOf(await files.patch(url, bytes.length, Buffer.alloc(1)))).toEqual([410, 'files.UPLOAD_ENDED']);
    });

    it('by its hash: other bytes than declared are refused, and nothing of them is kept', async () => {
      const url = await files.begin(pdf('as declared'));
      expect(await codeOf(await files.patch(url, 0, pdf('as delivered').subarray(0, 20)))).toEqual([
        422,
        'files.HASH_DIFFERS',
      ]);
      expect(files.inFolder(url)).toEqual([]);
    });

    it('by its size: not a byte more than declared is taken', async () => {
      const url = await files.begin(pdf('short'));
      expect(await codeOf(await files.patch(url, 0, pdf('short and then some')))).toEqual([413, 'files.TOO_LARGE']);
    });

    it.each([
      ['a type that is not taken', { contentType: 'text/html' }, [415, 'files.TYPE_NOT_ALLOWED']],
      ['more than the limit', { size: 1_073_741_825 }, [413, 'files.TOO_LARGE']],
    ] as const)('before a byte is sent: %s is refused', async (_, wrong, refusal) => {
      const declared = declaring({ ...asFile(pdf('x')), ...wrong });
      expect(await codeOf(await files.at(files.land, '/uploads', { method: 'POST', headers: declared }))).toEqual(
        refusal,
      );
    });
  });
});

import { readFile } from 'node:fs/promises';
import type { FileReadingView } from '../src/files/files.query';
import { asFile } from './files.mother';
import { codeOf, FilesStage, pdf } from './files-stage.mother';

/** The scanned contract that another agency holds (L §4.3 M18). */
describe('a file that a message names', () => {
  let files: FilesStage;
  beforeAll(async () => {
    files = await FilesStage.open();
  });
  afterAll(() => files.close());

  describe('is fetched', () => {
    it('by whoever was given a message that names it, and does not exist for anybody else', async () => {
      const path = await files.scans.pdf(1_000);
      const file = await files.land.upload(path);
      const content = `/files/${file.fileId}/content`;
      const strangers = async (): Promise<[number, string][]> =>
        Promise.all([files.tax, files.desk].map(async (member) => codeOf(await files.at(member, content))));
      expect(await strangers()).toEqual([
        [404, 'files.UNKNOWN'],
        [404, 'files.UNKNOWN'],
      ]);
      expect(await files.land.refusalOf(await files.land.sends(file, 'tax'))).toBeUndefined();
      const answer = await files.at(files.tax, content);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(await readFile(path));
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition':
          "attachment; filename*=UTF-8''H%E1%BB%A3p%20%C4%91%E1%BB%93ng%20chuy%E1%BB%83n%20nh%C6%B0%E1%BB%A3ng.pdf",
        etag: `"${file.sha256}"`,
        'x-content-type-options': 'nosniff',
      });
      expect(await codeOf(await files.at(files.desk, content))).toEqual([404, 'files.UNKNOWN']);
      expect(await codeOf(await files.at(files.desk, `/files/${file.fileId}`))).toEqual([404, 'files.UNKNOWN']);
      expect(await codeOf(await files.at(files.tax, `/files/${file.fileId}/readings`))).toEqual([404, 'files.UNKNOWN']);
    });

    it('in parts, of the version that the reader has begun, each reading recorded', async () => {
      const file = await files.land.upload(await files.scans.pdf(1_000));
      const ask = (headers: Record<string, string>): Promise<Response> =>
        files.at(files.land, `/files/${file.fileId}/content`, { headers });
      const part = await ask({ range: 'bytes=990-', 'if-range': `"${file.sha256}"` });
      expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 990-999/1000']);
      expect((await part.arrayBuffer()).byteLength).toBe(10);
      expect((await ask({ range: 'bytes=990-', 'if-range': '"another"' })).status).toBe(200);
      expect(await codeOf(await ask({ range: 'bytes=1000-' }))).toEqual([416, 'files.RANGE_UNSATISFIABLE']);
      const known = { 'if-none-match': `"${file.sha256}"`, 'cache-control': 'max-age=0' };
      expect((await ask(known)).status).toBe(304);
      const { body } = await (
        await files.bus.api('bus-operator')
      ).get<{ items: FileReadingView[] }>(`/files/${file.fileId}/readings`);
      expect(body.items.map(({ member, from, to }) => [member, from, to])).toEqual([
        ['land-registry', 990, 999],
        ['land-registry', 0, 999],
      ]);
    });

    it('by no person and by no suspended member', async () => {
      const file = await files.land.upload(await files.scans.pdf(100));
      for (const role of ['bus-operator', 'member']) {
        expect(await (await files.bus.api(role)).get(`/files/${file.fileId}/content`)).toMatchObject({ status: 403 });
      }
      await files.bus.setState('land-registry', 'suspended');
      const refused = await codeOf(await files.at(files.land, `/files/${file.fileId}/content`));
      await files.bus.setState('land-registry', 'active');
      expect(refused).toEqual([403, 'integration-bus.MEMBER_SUSPENDED']);
    });
  });

  describe('is named', () => {
    it('by who may fetch it: a recipient passes it on, and the next one may fetch it too', async () => {
      const file = await files.land.upload(await files.scans.pdf(100));
      expect(await files.tax.refusalOf(await files.tax.sends(file, 'intake'))).toBe('files.UNKNOWN');
      await files.land.sends(file, 'tax');
      expect(await files.tax.refusalOf(await files.tax.sends(file, 'intake'))).toBeUndefined();
      expect(await files.desk.fetched(file)).toBe(file.sha256);
      const { body } = await (await files.land.api()).get<{ namedBy: { sender: string }[] }>(`/files/${file.fileId}`);
      expect(body.namedBy.map(({ sender }) => sender)).toEqual(['land-registry', 'tax']);
    });

    it('only when it is whole, and as it is: else the message is rejected with a code of its own', async () => {
      const bytes = pdf('not yet whole');
      const url = await files.begin(bytes);
      const file = { fileId: url.split('/').at(-1) ?? '', ...asFile(bytes) };
      await files.patch(url, 0, bytes.subarray(0, 10));
      expect(await files.land.refusalOf(await files.land.sends(file, 'tax'))).toBe('files.INCOMPLETE');
      await files.patch(url, 10, bytes.subarray(10));
      expect(await files.land.refusalOf(await files.land.sends({ ...file, size: 9 }, 'tax'))).toBe(
        'files.NOT_AS_NAMED',
      );
      expect(await codeOf(await files.at(files.tax, `/files/${file.fileId}/content`))).toEqual([404, 'files.UNKNOWN']);
      expect(await files.land.refusalOf(await files.land.sends(file, 'tax'))).toBeUndefined();
      const strange = { ...file, fileId: '019fc562-94c0-7000-8000-00000000000a' };
      expect(await files.land.refusalOf(await files.land.sends(strange, 'tax'))).toBe('files.UNKNOWN');
    });
  });
});

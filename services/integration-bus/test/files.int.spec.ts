import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { overBrokenLine, TcpProxy } from '@lienthong/testing';
import type { FileReadingView } from '../src/files/files.query';
import { FileRemoval } from '../src/files/file-removal';
import { SpecBus } from './bus.mother';
import { asFile, declaring, FilesMember, PART, ScanFolder } from './files.mother';

const MIB = 1_048_576;

/** The scanned contract that another agency holds (L §4.3 M18). */
describe('a file that a message names', () => {
  let bus: SpecBus;
  let scans: ScanFolder;
  let land: FilesMember;
  let tax: FilesMember;
  let desk: FilesMember;
  beforeAll(async () => {
    [bus, scans] = [await SpecBus.start(), new ScanFolder()];
    [land, tax, desk] = [
      new FilesMember('land-registry', bus),
      new FilesMember('tax', bus),
      new FilesMember('intake', bus),
    ];
  });
  afterAll(async () => {
    await bus.stop();
    scans.remove();
  });

  const at = (member: FilesMember, path: string, init: RequestInit = {}): Promise<Response> =>
    member.token().then((token) => {
      const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
      return fetch(`http://127.0.0.1:${bus.running.port}${path}`, { ...init, headers });
    });
  const begin = async (bytes: Buffer, contentType?: string): Promise<string> => {
    const answer = await at(land, '/uploads', { method: 'POST', headers: declaring(asFile(bytes, contentType)) });
    return `${answer.headers.get('location')}`;
  };
  const patch = (url: string, offset: number, bytes: Buffer): Promise<Response> =>
    at(land, url, {
      method: 'PATCH',
      headers: { ...PART, 'upload-offset': String(offset) },
      body: new Uint8Array(bytes),
    });
  const codeOf = async (answer: Response): Promise<[number, string]> => {
    const { code } = (await answer.json()) as { code: string };
    return [answer.status, code];
  };
  const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}`);
  const inFolder = (url: string): string[] => {
    try {
      return readdirSync(join(bus.home.folder, 'files', url.split('/').at(-1) ?? ''));
    } catch {
      return [];
    }
  };
  const entries = async (act: string, fileId: string): Promise<object[]> => {
    const sql = `select content from log_entry where kind = 'admin' and content ->> 'act' = $1 and content ->> 'fileId' = $2`;
    return (await bus.rows<{ content: object }>(sql, [act, fileId])).map(({ content }) => content);
  };

  describe('on its way', () => {
    it('comes and goes over a line that breaks again and again, is resumed, and is the same at the end', async () => {
      const size = 6 * MIB;
      const path = await scans.pdf(size);
      const line = await TcpProxy.toService(`http://127.0.0.1:${bus.running.port}`);
      const far = new FilesMember('land-registry', bus, `http://${line.address}`);
      const breaks = { times: 5, everyBytes: MIB, bytesPerSecond: 8 * MIB };
      let sent = await land.upload(await scans.pdf(100));
      const cuts = await overBrokenLine(line, async () => (sent = await far.upload(path)), breaks);
      expect(cuts).toBe(5);
      // what was on the line at a break comes again, the rest does not
      expect(line.counts.bytesToServer).toBeLessThan(size * 1.6);

      await land.sends(sent, 'tax');
      const reader = new FilesMember('tax', bus, `http://${line.address}`);
      let hash = '';
      expect(await overBrokenLine(line, async () => (hash = await reader.fetched(sent)), breaks)).toBe(5);
      expect(hash).toBe(sent.sha256);
      expect(line.counts.bytesToClient).toBeLessThan(size * 1.6);
      await line.close();

      const { body } = await (await land.api()).get<{ items: FileReadingView[] }>(`/files/${sent.fileId}/readings`);
      expect(body.items.length).toBeGreaterThanOrEqual(6);
      expect(new Set(body.items.map(({ member }) => member))).toEqual(new Set(['tax']));
      expect(await entries('file-read', sent.fileId)).toHaveLength(body.items.length);
    });

    it('goes on at another instance where the first one stopped', async () => {
      const bytes = pdf('half here, half there');
      const url = await begin(bytes);
      const other = await bus.another();
      expect((await patch(url, 0, bytes.subarray(0, 10))).headers.get('upload-offset')).toBe('10');
      const there = new FilesMember('land-registry', other);
      const token = await there.token();
      const rest = await fetch(`http://127.0.0.1:${other.running.port}${url}`, {
        method: 'PATCH',
        headers: { ...PART, authorization: `Bearer ${token}`, 'upload-offset': '10' },
        body: new Uint8Array(bytes.subarray(10)),
      });
      await other.running.stop();
      expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(bytes.length)]);
      const [stored] = await entries('file-stored', url.split('/').at(-1) ?? '');
      expect(stored).toMatchObject({ owner: 'land-registry', sha256: asFile(bytes).sha256 });
    });

    it('is not sent twice: the same file again is the same upload, and one that is whole is there at once', async () => {
      const bytes = pdf('declared twice');
      const url = await begin(bytes);
      await patch(url, 0, bytes.subarray(0, 12));
      expect(await begin(bytes)).toBe(url);
      const head = await at(land, url, { method: 'HEAD', headers: PART });
      expect([head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual(['12', `${bytes.length}`]);
      await patch(url, 12, bytes.subarray(12));
      expect(await begin(bytes)).toBe(url);
    });

    it('takes the same part from one of two lines only', async () => {
      const bytes = pdf('x'.repeat(3 * MIB));
      const url = await begin(bytes);
      const answers = await Promise.all([patch(url, 0, bytes), patch(url, 0, bytes)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect(await codeOf(answers.find(({ status }) => status === 409) as Response)).toEqual([
        409,
        'files.OFFSET_PASSED',
      ]);
      const fileId = url.split('/').at(-1) ?? '';
      expect(await tax.fetched({ fileId, ...asFile(bytes) }).catch(String)).toContain('files.UNKNOWN');
      expect(await land.fetched({ fileId, ...asFile(bytes) })).toBe(asFile(bytes).sha256);
      expect(inFolder(url)).toHaveLength(1);
    });
  });

  describe('is checked', () => {
    it.each([
      ['another type than declared', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'files.TYPE_DIFFERS'],
      ['a text that says to be a contract', Buffer.from('contract'), 'files.TYPE_DIFFERS'],
    ])('by its bytes: %s is refused, and nothing of it is kept', async (_, bytes, code) => {
      const url = await begin(bytes);
      expect(await codeOf(await patch(url, 0, bytes))).toEqual([415, code]);
      expect(inFolder(url)).toEqual([]);
      expect(await codeOf(await patch(url, bytes.length, Buffer.alloc(1)))).toEqual([410, 'files.UPLOAD_ENDED']);
    });

    it('by its hash: other bytes than declared are refused, and nothing of them is kept', async () => {
      const url = await begin(pdf('as declared'));
      expect(await codeOf(await patch(url, 0, pdf('as delivered').subarray(0, 20)))).toEqual([
        422,
        'files.HASH_DIFFERS',
      ]);
      expect(inFolder(url)).toEqual([]);
    });

    it('by its size: not a byte more than declared is taken', async () => {
      const url = await begin(pdf('short'));
      expect(await codeOf(await patch(url, 0, pdf('short and then some')))).toEqual([413, 'files.TOO_LARGE']);
    });

    it.each([
      ['a type that is not taken', { contentType: 'text/html' }, [415, 'files.TYPE_NOT_ALLOWED']],
      ['more than the limit', { size: 1_073_741_825 }, [413, 'files.TOO_LARGE']],
    ] as const)('before a byte is sent: %s is refused', async (_, wrong, refusal) => {
      const declared = declaring({ ...asFile(pdf('x')), ...wrong });
      expect(await codeOf(await at(land, '/uploads', { method: 'POST', headers: declared }))).toEqual(refusal);
    });
  });

  describe('is fetched', () => {
    it('by whoever was given a message that names it, and does not exist for anybody else', async () => {
      const path = await scans.pdf(1_000);
      const file = await land.upload(path);
      const content = `/files/${file.fileId}/content`;
      const strangers = async (): Promise<[number, string][]> =>
        Promise.all([tax, desk].map(async (member) => codeOf(await at(member, content))));
      expect(await strangers()).toEqual([
        [404, 'files.UNKNOWN'],
        [404, 'files.UNKNOWN'],
      ]);
      expect(await land.refusalOf(await land.sends(file, 'tax'))).toBeUndefined();
      const answer = await at(tax, content);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(await readFile(path));
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition':
          "attachment; filename*=UTF-8''H%E1%BB%A3p%20%C4%91%E1%BB%93ng%20chuy%E1%BB%83n%20nh%C6%B0%E1%BB%A3ng.pdf",
        etag: `"${file.sha256}"`,
        'x-content-type-options': 'nosniff',
      });
      expect(await codeOf(await at(desk, content))).toEqual([404, 'files.UNKNOWN']);
      expect(await codeOf(await at(desk, `/files/${file.fileId}`))).toEqual([404, 'files.UNKNOWN']);
      expect(await codeOf(await at(tax, `/files/${file.fileId}/readings`))).toEqual([404, 'files.UNKNOWN']);
    });

    it('in parts, of the version that the reader has begun, each reading recorded', async () => {
      const file = await land.upload(await scans.pdf(1_000));
      const ask = (headers: Record<string, string>): Promise<Response> =>
        at(land, `/files/${file.fileId}/content`, { headers });
      const part = await ask({ range: 'bytes=990-', 'if-range': `"${file.sha256}"` });
      expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 990-999/1000']);
      expect((await part.arrayBuffer()).byteLength).toBe(10);
      expect((await ask({ range: 'bytes=990-', 'if-range': '"another"' })).status).toBe(200);
      expect(await codeOf(await ask({ range: 'bytes=1000-' }))).toEqual([416, 'files.RANGE_UNSATISFIABLE']);
      const known = { 'if-none-match': `"${file.sha256}"`, 'cache-control': 'max-age=0' };
      expect((await ask(known)).status).toBe(304);
      const { body } = await (
        await bus.api('bus-operator')
      ).get<{ items: FileReadingView[] }>(`/files/${file.fileId}/readings`);
      expect(body.items.map(({ member, from, to }) => [member, from, to])).toEqual([
        ['land-registry', 990, 999],
        ['land-registry', 0, 999],
      ]);
    });

    it('by no person and by no suspended member', async () => {
      const file = await land.upload(await scans.pdf(100));
      for (const role of ['bus-operator', 'member']) {
        expect(await (await bus.api(role)).get(`/files/${file.fileId}/content`)).toMatchObject({ status: 403 });
      }
      await bus.setState('land-registry', 'suspended');
      const refused = await codeOf(await at(land, `/files/${file.fileId}/content`));
      await bus.setState('land-registry', 'active');
      expect(refused).toEqual([403, 'integration-bus.MEMBER_SUSPENDED']);
    });
  });

  describe('is named', () => {
    it('by who may fetch it: a recipient passes it on, and the next one may fetch it too', async () => {
      const file = await land.upload(await scans.pdf(100));
      expect(await tax.refusalOf(await tax.sends(file, 'intake'))).toBe('files.UNKNOWN');
      await land.sends(file, 'tax');
      expect(await tax.refusalOf(await tax.sends(file, 'intake'))).toBeUndefined();
      expect(await desk.fetched(file)).toBe(file.sha256);
      const { body } = await (await land.api()).get<{ namedBy: { sender: string }[] }>(`/files/${file.fileId}`);
      expect(body.namedBy.map(({ sender }) => sender)).toEqual(['land-registry', 'tax']);
    });

    it('only when it is whole, and as it is: else the message is rejected with a code of its own', async () => {
      const bytes = pdf('not yet whole');
      const url = await begin(bytes);
      const file = { fileId: url.split('/').at(-1) ?? '', ...asFile(bytes) };
      await patch(url, 0, bytes.subarray(0, 10));
      expect(await land.refusalOf(await land.sends(file, 'tax'))).toBe('files.INCOMPLETE');
      await patch(url, 10, bytes.subarray(10));
      expect(await land.refusalOf(await land.sends({ ...file, size: 9 }, 'tax'))).toBe('files.NOT_AS_NAMED');
      expect(await codeOf(await at(tax, `/files/${file.fileId}/content`))).toEqual([404, 'files.UNKNOWN']);
      expect(await land.refusalOf(await land.sends(file, 'tax'))).toBeUndefined();
      const strange = { ...file, fileId: '019fc562-94c0-7000-8000-00000000000a' };
      expect(await land.refusalOf(await land.sends(strange, 'tax'))).toBe('files.UNKNOWN');
    });
  });

  describe('goes', () => {
    /** Nobody has touched it for so much longer. */
    const rests = async (fileId: string, hours: number): Promise<void> => {
      const sql = 'update file set touched_at = touched_at - make_interval(hours => $2) where file_id = $1';
      await bus.rows(sql, [fileId, hours]);
      await bus.running.app.get(FileRemoval).sweep();
    };
    const stateOf = async (fileId: string): Promise<object[]> =>
      bus.rows('select state, removed_why from file where file_id = $1', [fileId]);

    it('with the payload of the last message that names it, and the log tells why', async () => {
      const file = await land.upload(await scans.pdf(100));
      const dossiers = [await land.sends(file, 'tax'), await land.sends(file, 'tax')];
      const erase = (dossierCode: string | undefined): Promise<object[]> =>
        bus.rows('delete from payload p using log_entry e where e.log_id = p.log_id and e.subject = $1', [dossierCode]);
      await erase(dossiers[0]);
      await rests(file.fileId, 24 * 400);
      expect(await stateOf(file.fileId)).toEqual([{ state: 'complete', removed_why: null }]);
      await erase(dossiers[1]);
      await rests(file.fileId, 1);
      expect(await stateOf(file.fileId)).toEqual([{ state: 'removed', removed_why: 'expired' }]);
      expect(inFolder(file.fileId)).toEqual([]);
      expect(await entries('file-removed', file.fileId)).toMatchObject([{ why: 'expired', owner: 'land-registry' }]);
      for (const member of [land, tax]) {
        expect(await codeOf(await at(member, `/files/${file.fileId}/content`))).toEqual([410, 'files.REMOVED']);
      }
      expect(await codeOf(await at(desk, `/files/${file.fileId}/content`))).toEqual([404, 'files.UNKNOWN']);
      expect(await land.refusalOf(await land.sends(file, 'tax'))).toBe('files.REMOVED');
    });

    it('after a day when its upload stands still, and after fourteen when nobody names it', async () => {
      const bytes = pdf('interrupted');
      const url = await begin(bytes);
      await patch(url, 0, bytes.subarray(0, 10));
      const fileId = url.split('/').at(-1) ?? '';
      const whole = await land.upload(await scans.pdf(100));
      await rests(fileId, 23);
      expect(await stateOf(fileId)).toEqual([{ state: 'uploading', removed_why: null }]);
      await rests(fileId, 2);
      expect(await stateOf(fileId)).toEqual([{ state: 'removed', removed_why: 'interrupted' }]);
      expect(inFolder(url)).toEqual([]);
      await rests(whole.fileId, 24 * 13);
      expect(await stateOf(whole.fileId)).toEqual([{ state: 'complete', removed_why: null }]);
      await rests(whole.fileId, 25);
      expect(await stateOf(whole.fileId)).toEqual([{ state: 'removed', removed_why: 'unnamed' }]);
    });

    it('when its sender gives the upload up', async () => {
      const url = await begin(pdf('given up'));
      expect((await at(land, url, { method: 'DELETE', headers: PART })).status).toBe(204);
      expect(await codeOf(await patch(url, 0, pdf('given up')))).toEqual([410, 'files.UPLOAD_ENDED']);
      expect((await at(tax, url, { method: 'DELETE', headers: PART })).status).toBe(404);
    });
  });
});

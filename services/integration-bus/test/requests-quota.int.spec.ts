import { HTTP } from 'cloudevents';
import { eventually, TcpProxy, testInfrastructure } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { asFile, declaring, FilesMember, PART, ScanFolder } from './files.mother';
import { HttpMember, type PulledEvent } from './http-member.mother';
import { dossier } from './member.mother';
import { type Posted, SpecWebhook } from './webhook.mother';

const MIB = 1_048_576;

/** What members ask and fetch counts as well (A38). */
describe('a member over its quota', () => {
  let bus: SpecBus;
  let database: TcpProxy;
  let scans: ScanFolder;
  let land: FilesMember;
  let hook: SpecWebhook | undefined;
  let made = 0;
  beforeAll(async () => {
    database = await TcpProxy.toPostgres(testInfrastructure().postgres);
    const settings = {
      WEBHOOK_NETWORKS: '127.0.0.0/8',
      REDELIVER_AFTER_MS: '500',
      REDELIVER_AT_MOST_MS: '500',
      FILE_TRANSFERS_PER_MEMBER: '2',
    };
    bus = await SpecBus.start(settings, (url) => database.through(url));
    scans = new ScanFolder();
    land = new FilesMember('land-registry', bus);
  });
  afterEach(() => bus.administer("update member set quota = null, transport = 'kafka', webhook_url = null"));
  afterAll(async () => {
    await hook?.stop();
    await bus.stop();
    await database.close();
    scans.remove();
  });

  const quota = (of: object): Promise<void> =>
    bus.administer("update member set quota = $1 where code = 'land-registry'", [of]);
  const at = async (method: string, path: string, headers: Record<string, string> = {}): Promise<Response> => {
    const authorization = `Bearer ${await land.token()}`;
    return fetch(`http://127.0.0.1:${bus.running.port}${path}`, { method, headers: { ...headers, authorization } });
  };
  const declare = (size: number): Promise<Response> => {
    const file = { ...asFile(Buffer.from(`scan ${(made += 1)}`)), size };
    return at('POST', '/uploads', declaring(file));
  };
  const codeOf = async (answer: Response): Promise<unknown> => ((await answer.json()) as { code: string }).code;
  const SOME_ID = '019fc562-94c0-7000-8000-00000000000a';
  /** Two seconds' worth of it are not one. */
  const NOTHING_LEFT = 0.1;

  it.each([
    ['the status of a message', 'GET', `/messages/${SOME_ID}/status`],
    ['messages', 'POST', '/messages/leases'],
    ['the end of a lease', 'DELETE', `/messages/leases/${SOME_ID}`],
    ['an upload', 'POST', '/uploads'],
    ['where an upload stands', 'HEAD', `/uploads/${SOME_ID}`],
    ['a part of an upload', 'PATCH', `/uploads/${SOME_ID}`],
    ['the end of an upload', 'DELETE', `/uploads/${SOME_ID}`],
    ['a file', 'GET', `/files/${SOME_ID}/content`],
    ['what is known of a file', 'GET', `/files/${SOME_ID}`],
    ['who read a file', 'GET', `/files/${SOME_ID}/readings`],
  ])(
    'of requests is answered 429 when it asks for %s, and a message of it is taken over meanwhile',
    async (...[, method, path]) => {
      await quota({ requestsPerSecond: NOTHING_LEFT });
      const refused = await at(method, path, PART);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      const dossierCode = dossier((made += 1));
      const answer = await new HttpMember(bus, 'land-registry').notice({ dossierCode, sequence: 1 });
      expect(answer.body).toMatchObject({ code: 'integration-bus.GRANT_MISSING' });
    },
  );

  it('is refused without a statement: while no statement can be answered it is refused as ever', async () => {
    await quota({ requestsPerSecond: NOTHING_LEFT, messagesPerSecond: NOTHING_LEFT });
    const member = new HttpMember(bus, 'land-registry');
    const event = member.event({ dossierCode: dossier((made += 1)), sequence: 1 });
    database.cut();
    const asked = Array.from({ length: 20 }, () => at('GET', `/files/${SOME_ID}`));
    const submitted = Array.from({ length: 20 }, () => member.submit(event));
    const answers = await Promise.all([...asked, ...submitted]);
    database.heal();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([429]));
    await eventually(async () => (await member.submit(event)).status === 429, { timeoutMs: 60_000 });
  });

  it('of bytes that are kept is refused one more file, and may declare one again that it has begun', async () => {
    await quota({ fileBytesKept: 3 * MIB });
    const answers = await Promise.all(Array.from({ length: 8 }, () => declare(MIB)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status === 413);
    expect(refused).toHaveLength(5);
    expect(await codeOf(refused[0] as Response)).toBe('files.OWNER_FULL');
    const begun = answers.find(({ status }) => status === 201)?.headers.get('location') ?? '';
    const file = { name: 'giấy tờ', contentType: 'application/pdf' };
    const [row] = await bus.rows<{ sha256: string }>('select sha256 from file where file_id = $1', [
      begun.split('/').at(-1),
    ]);
    await quota({ fileBytesKept: MIB });
    const again = await at('POST', '/uploads', declaring({ ...file, size: MIB, sha256: row?.sha256 ?? '' }));
    expect([again.status, again.headers.get('location')]).toEqual([201, begun]);
    await quota({ fileBytesKept: 3 * MIB });
    expect((await at('DELETE', begun, PART)).status).toBe(204);
    expect((await declare(MIB)).status).toBe(201);
    expect((await declare(MIB)).status).toBe(413);
  });

  it('of bytes of files a second is not refused, but sends and fetches no faster', async () => {
    await quota({ fileBytesPerSecond: MIB });
    const startedAt = performance.now();
    const file = await land.upload(await scans.pdf(3 * MIB));
    expect(await land.fetched(file)).toBe(file.sha256);
    // of six MiB two seconds' worth at once, the other four at one a second
    expect(performance.now() - startedAt).toBeGreaterThan(3_000);
  });

  it('of files at the same time is answered 429, with a code of its own, until one of them is through', async () => {
    const file = await land.upload(await scans.pdf(200_000));
    await quota({ fileBytesPerSecond: 32_768 });
    const content = `/files/${file.fileId}/content`;
    const under = await Promise.all([at('GET', content), at('GET', content)]);
    const refused = await at('GET', content);
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'files.TRANSFERS_OF_MEMBER_BUSY']);
    expect(refused.headers.get('retry-after')).toBe('2');
    const sizes = await Promise.all(under.map(async (answer) => (await answer.arrayBuffer()).byteLength));
    expect(sizes).toEqual([200_000, 200_000]);
    expect((await at('GET', content)).status).toBe(200);
  });

  it('is not heard in the answers of its webhook either; what it acknowledges comes again, and is then', async () => {
    hook = await SpecWebhook.start();
    const member = new HttpMember(bus, 'land-registry');
    hook.answer = (posted: Posted, response) => {
      const names = Object.entries(posted.headers).map(([name, text]) => [name.replace(/^ce-/, ''), String(text)]);
      const event = member.acknowledgement([member.handled(Object.fromEntries(names) as PulledEvent)]);
      const { headers, body } = HTTP.binary(event);
      response.writeHead(200, headers as Record<string, string>).end(body);
    };
    await quota({ messagesPerSecond: 1 });
    const dossiers = Array.from({ length: 6 }, () => dossier((made += 1)));
    await bus.administer("update member set transport = 'webhook', webhook_url = $1 where code = 'land-registry'", [
      hook?.url,
    ]);
    const startedAt = performance.now();
    for (const dossierCode of dossiers)
      await bus.exchange.process(bus.member('tax').notices([{ dossierCode, sequence: 1 }]));
    const handled = async (): Promise<boolean> =>
      (await bus.rows("select 1 from delivery where outcome = 'handled'")).length === dossiers.length;
    await eventually(handled, { timeoutMs: 60_000, describe: 'all to be acknowledged' });
    // two at once, the other four at one a second
    expect(performance.now() - startedAt).toBeGreaterThan(2_000);
    expect(hook?.posts.length).toBeGreaterThan(dossiers.length);
  });
});

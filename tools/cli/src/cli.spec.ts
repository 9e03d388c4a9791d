import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './cli';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const CODE = 'H19.1-260803-0001';

describe('lienthong', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'lienthong-cli-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  function lienthong(...argv: string[]): Promise<Ran> {
    return lienthongAs(undefined, ...argv);
  }

  async function lienthongAs(token: string | undefined, ...argv: string[]): Promise<Ran> {
    const written = { out: '', err: '' };
    const terminal = { out: (text: string) => (written.out += text), err: (text: string) => (written.err += text) };
    return { code: await runCli(argv, { home, ...(token ? { token } : {}) }, terminal), ...written };
  }

  it('explains itself', async () => {
    expect(await lienthong('--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('trace <dossier code>') as string,
    });
  });

  it.each([
    [[], 'which command?'],
    [
      ['fly'],
      'one of: token, trace, behind, figures, parked, replay, reconcile, files, members, acts, keys, kafka-member, restore',
    ],
    [['keys', '--json'], 'keys has no option --json'],
    [['keys', 'now'], 'keys does not take now'],
    [['token', '--colour', 'red'], "Unknown option '--colour'"],
    [['token'], '--member is missing'],
    [['token', '--member', 'tax'], '--role is missing; tax has: tax-officer'],
    [['token', '--member', 'customs', '--role', 'x'], 'there is no member customs'],
    [['token', '--member', 'tax', '--role', 'desk-clerk'], 'tax has no role desk-clerk'],
    [['token', '--member', 'tax', '--role', 'tax-officer', '--office', 'hue'], 'offices: bien-hoa, long-thanh'],
    [['token', '--member', 'tax', '--role', 'tax-officer', '--minutes', '0'], '--minutes must be'],
    [['restore'], '--service is missing'],
    [['restore', '--service', 'customs', '--reason', 'x'], 'there is no member customs'],
    [['restore', '--service', 'integration-bus', '--reason', 'x'], '--since is missing'],
    [['restore', '--service', 'tax', '--reason', 'x', '--since', 'yesterday'], '--since yesterday is no instant'],
    [['restore', '--service', 'tax'], '--reason is missing'],
    [
      ['restore', '--service', 'tax', '--reason', 'x', '--since', '2999-08-03T02:00+07:00'],
      '--since 2999-08-03T02:00+07:00 lies ahead; the time of the backup is meant',
    ],
    [['restore', '--service', 'tax', '--reason', 'disk'], 'MIGRATOR_DATABASE_URL'],
    [['trace'], 'which dossier?'],
    [['trace', '12'], '12 is not a dossier code'],
    [['members', 'fly'], 'members list, show, register'],
    [['members', 'suspend', 'tax'], '--reason is missing'],
    [['members', 'suspend', '--reason', 'x'], 'members suspend <member>'],
    [['members', 'register', '--reason', 'x'], '--content is missing'],
    [['members', 'register', '--content', '[]', '--reason', 'x'], '--content is no JSON object'],
    [['members', 'register', '--content', '@/no/file', '--reason', 'x'], 'there is no file /no/file'],
    [['members', 'transport', 'tax', '--reason', 'x'], '--transport is missing'],
    [['members', 'key', 'turn', '--reason', 'x'], 'key add or key revoke'],
    [['members', 'key', 'add', 'tax', '--reason', 'x'], '<kid> <x>'],
    [['members', 'grant', 'give', 'tax', 'intake', 'x', '--reason', 'x'], '--purpose and --legal-basis'],
    [['members', 'list', '--person', 'nobody'], 'bus-operator-centre, second-bus-operator-centre'],
    [['acts', 'fly'], 'acts list, kinds, show'],
    [['acts', 'confirm', '12'], 'which act?'],
    [['acts', 'ask'], 'which act?'],
    [['acts', 'list', '--limit', '0'], '--limit must be'],
    [['parked'], 'list, show, release or discard'],
    [['replay'], 'replay list, deliveries, history or stop?'],
    [['replay', 'deliveries', '--recipient', 'tax'], '--reason is missing'],
    [['replay', 'deliveries', '--reason', 'all of it'], 'which deliveries?'],
    [['replay', 'deliveries', '--all', '--rate', '0', '--reason', 'x'], '--rate must be'],
    [['replay', 'history', '--recipient', 'tax', '--reason', 'x'], 'needs --recipient, --office'],
    [['replay', 'stop', '--reason', 'x'], 'which replay?'],
    [['reconcile', '--day', 'monday'], '--day monday is no day'],
    [['parked', 'show', 'tax', 'x', '--service', 'integration-bus'], 'the bus lists only'],
    [['parked', 'list'], '--service is missing'],
    [['parked', 'list', '--service', 'customs'], 'there is no service customs'],
    [['parked', 'show', '--service', 'tax'], 'which message? lienthong parked show <sender> <id>'],
    [['parked', 'discard', 'intake', 'x', '--service', 'tax'], '--reason is missing'],
    [['parked', 'list', '--service', 'tax', '--limit', '0'], '--limit must be'],
  ])('refuses %p, says what would be right, and ends with 2', async (argv, text) => {
    const { code, out, err } = await lienthong(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(text);
  });

  it('token prints nothing but a token to stdout, and makes the keys it needs', async () => {
    const { code, out, err } = await lienthong(
      'token',
      '--member',
      'land-registry',
      '--role',
      'land-leader',
      '--office',
      'long-thanh',
    );
    expect(code).toBe(0);
    const claims = JSON.parse(Buffer.from(out.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(claims).toMatchObject({
      sub: 'land-leader-long-thanh',
      member: 'land-registry',
      office: 'long-thanh',
      roles: ['land-leader'],
    });
    expect(err).toContain('land-leader-long-thanh');
  });

  it('keys makes the keys of the members', async () => {
    expect((await lienthong('keys')).code).toBe(0);
    expect(existsSync(join(home, 'keys', 'integration-bus.jwk.json'))).toBe(true);
  });

  describe('trace', () => {
    it('without a running stack says how to get one, and ends with 1', async () => {
      expect(await lienthong('trace', CODE)).toMatchObject({
        code: 1,
        err: expect.stringContaining('npm start') as string,
      });
    });

    it('of a stack that has gone says so', async () => {
      await lienthong('keys');
      writeFileSync(join(home, 'stack.json'), JSON.stringify({ urls: { 'integration-bus': 'http://127.0.0.1:1' } }));
      expect(await lienthong('trace', CODE)).toMatchObject({
        code: 1,
        err: expect.stringContaining('does not answer') as string,
      });
    });

    it('asks the bus as its operator and prints the table, or the document with --json', async () => {
      await lienthong('keys');
      const delivery = {
        recipient: 'tax',
        office: 'bien-hoa',
        state: 'acknowledged',
        outcome: 'handled',
        handledAt: '2026-08-03T09:00:01.000+07:00',
      };
      const message = {
        id: '1',
        type: 'vn.lienthong.intake.dossier-forwarded.v1',
        sender: 'intake',
        senderOffice: 'bien-hoa',
        sentAt: '2026',
        acceptedAt: '2026',
        deliveries: [delivery],
      };
      const bus = await serve({ status: 200, body: { dossierCode: CODE, messages: [message] } });
      writeFileSync(
        join(home, 'stack.json'),
        JSON.stringify({ urls: { 'integration-bus': bus.url }, home, clockOffsetMs: 0 }),
      );
      const table = await lienthong('trace', CODE);
      expect(table).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Now: at tax/bien-hoa') as string });
      expect(bus.asked).toEqual([`GET /trace/${CODE} Bearer `]);
      const json = await lienthong('trace', CODE, '--json');
      expect(JSON.parse(json.out)).toMatchObject({ dossierCode: CODE, messages: [{ id: '1' }] });
      bus.server.close();
    });

    it.each([
      [404, {}, 'has no message of the dossier'],
      [200, { dossierCode: CODE, messages: [] }, 'has no message of the dossier'],
      [
        403,
        { code: 'access.ROLE_NOT_ALLOWED', detail: 'This needs another role.' },
        'This needs another role. (access.ROLE_NOT_ALLOWED)',
      ],
    ])('passes on a %d of the bus', async (status, body, text) => {
      await lienthong('keys');
      const bus = await serve({ status, body });
      writeFileSync(join(home, 'stack.json'), JSON.stringify({ urls: { 'integration-bus': bus.url } }));
      expect(await lienthong('trace', CODE)).toMatchObject({ code: 1, err: expect.stringContaining(text) as string });
      bus.server.close();
    });
  });

  describe('members and acts', () => {
    const ID = '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01';
    const run = async (body: unknown, ...argv: string[]): Promise<Ran & { asked: string[] }> => {
      await lienthong('keys');
      const bus = await serve({ status: 200, body: body as object });
      const urls = { 'integration-bus': bus.url };
      writeFileSync(join(home, 'stack.json'), JSON.stringify({ urls, home, clockOffsetMs: 0 }));
      const ran = await lienthong(...argv);
      bus.server.close();
      return { ...ran, asked: bus.asked };
    };
    const held = (table: string, key: string, row: object): object => ({
      table,
      key,
      row,
      logId: ID,
      since: '2026-08-03',
    });
    const tax = held('member', 'tax', {
      ...{ code: 'tax', name: 'Cơ quan thuế', transport: 'kafka', state: 'active' },
      agencyCode: [{ code: '000.00.93.H19', validFrom: '2016-04-01', validTo: '2025-06-30', successors: ['H19.93'] }],
    });
    const act = {
      ...{
        id: ID,
        kind: 'suspend-member',
        effect: 'restricts',
        content: { member: 'tax' },
        reason: 'x',
        state: 'in-force',
      },
      ...{
        askedBy: 'a',
        askedAt: '2026-08-03T09:00:00+07:00',
        dueAt: '2026-08-04T09:00:00+07:00',
        overdue: false,
        logId: ID,
      },
    };

    it('lists the members as they stand, or stood at an instant', async () => {
      const ran = await run({ items: [tax] }, 'members', 'list', '--at', '2026-08-03T09:00:00+07:00');
      expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('Cơ quan thuế') as string });
      expect(ran.asked[0]).toContain(
        'GET /registry/at?limit=100&table=member&instant=2026-08-03T09%3A00%3A00%2B07%3A00',
      );
    });

    it('shows one with its codes, keys and rights', async () => {
      const key = held('member_key', 'tax-1', { kid: 'tax-1', validFrom: '2016-01-01T00:00:00+07:00' });
      const { out } = await run({ items: [tax, key] }, 'members', 'show', 'tax');
      for (const text of ['000.00.93.H19', 'H19.93', 'tax-1', 'Rights: none']) expect(out).toContain(text);
    });

    it('asks for an act about one, and says what is to follow', async () => {
      const ran = await run(act, 'members', 'suspend', 'tax', '--reason', 'order 12');
      expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('another operator confirms it by') as string });
      expect(ran.asked).toEqual([
        'POST /acts Bearer {"kind":"suspend-member","content":{"member":"tax"},"reason":"order 12"}',
      ]);
    });

    it('gives a right with purpose, law and period', async () => {
      const words = ['members', 'grant', 'give', 'tax', 'intake,treasury', 'vn.lienthong.tax.x.v1', '--reason', 'r'];
      const ran = await run(act, ...words, '--purpose', 'p', '--legal-basis', 'l', '--to', '2027-01-01T00:00:00+07:00');
      expect(ran.asked[0]).toContain('"recipients":["intake","treasury"]');
      expect(ran.asked[0]).toContain('"validTo":"2027-01-01T00:00:00+07:00"');
    });

    it('lists open acts, confirms and refuses them', async () => {
      expect(await run({ items: [act] }, 'acts', 'list', '--open')).toMatchObject({
        ...{ code: 0, asked: ['GET /acts?limit=50&open=true Bearer '] },
        out: expect.stringContaining('suspend-member') as string,
      });
      const confirmed = await run({ ...act, state: 'confirmed', settledBy: 'b' }, 'acts', 'confirm', ID);
      expect(confirmed.asked).toEqual([`POST /acts/${ID}/confirmation Bearer {}`]);
      const refused = await run({ ...act, state: 'disputed' }, 'acts', 'refuse', ID, '--reason', 'wrong');
      expect(refused.asked).toEqual([`POST /acts/${ID}/refusal Bearer {"reason":"wrong"}`]);
      expect(refused.out).toContain('in force and disputed');
    });
  });

  describe('parked', () => {
    const run = async (
      answer: { status: number; body: object },
      ...argv: string[]
    ): Promise<Ran & { asked: string[] }> => {
      await lienthong('keys');
      const tax = await serve(answer);
      writeFileSync(join(home, 'stack.json'), JSON.stringify({ urls: { tax: tax.url }, home, clockOffsetMs: 0 }));
      const ran = await lienthong('parked', ...argv, '--service', 'tax');
      tax.server.close();
      return { ...ran, asked: tax.asked };
    };

    it('lists what is parked, as a table or as one document', async () => {
      const page = { status: 200, body: { items: [] } };
      expect(await run(page, 'list', '--oldest', '--limit', '5')).toMatchObject({
        code: 0,
        out: 'No message is parked at tax.',
        asked: ['GET /parked?order=oldest&limit=5 Bearer '],
      });
      expect(JSON.parse((await run(page, 'list', '--json')).out)).toEqual({ items: [] });
    });

    it('releases one, and says what became of it', async () => {
      expect(await run({ status: 200, body: { outcome: 'parked' } }, 'release', 'intake', 'a b')).toMatchObject({
        code: 0,
        out: expect.stringContaining('failed again') as string,
        asked: ['POST /parked/intake/a%20b/release Bearer {}'],
      });
    });

    it('discards one for the reason given', async () => {
      const ran = await run(
        { status: 200, body: { outcome: 'discarded' } },
        'discard',
        '-',
        'x',
        '--reason',
        'sent twice',
      );
      expect(ran).toMatchObject({ code: 0, asked: ['POST /parked/-/x/discard Bearer {"reason":"sent twice"}'] });
    });

    it('passes on a refusal with every wrong field', async () => {
      const body = {
        code: 'http.INPUT_INVALID',
        detail: 'Wrong.',
        faults: [{ path: 'reason', message: 'is too short' }],
      };
      expect(await run({ status: 400, body }, 'discard', 'intake', 'x', '--reason', 'no')).toMatchObject({
        code: 1,
        err: expect.stringContaining('reason is too short') as string,
      });
    });

    it('asks a service elsewhere as the person of LIENTHONG_TOKEN, and needs both address and token', async () => {
      const tax = await serve({ status: 200, body: { items: [] } });
      const there = ['parked', 'list', '--service', 'tax', '--url'];
      expect(await lienthongAs('a.real.token', ...there, tax.url)).toMatchObject({ code: 0, err: '' });
      expect(tax.asked).toEqual(['GET /parked?order=newest Bearer ']);
      expect(await lienthong(...there, tax.url)).toMatchObject({
        code: 2,
        err: expect.stringContaining('LIENTHONG_TOKEN') as string,
      });
      expect((await lienthongAs('a.real.token', ...there, 'tax')).err).toContain('--url tax is no address');
      tax.server.close();
    });

    it('without the service in the stack says how to get it', async () => {
      await lienthong('keys');
      expect(await lienthong('parked', 'list', '--service', 'tax')).toMatchObject({
        code: 1,
        err: expect.stringContaining('npm start') as string,
      });
    });
  });
});

/** Answers every request the same way and notes what was asked. */
async function serve(answer: {
  status: number;
  body: object;
}): Promise<{ server: Server; url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization?.split(' ')[0]} ${body}`);
      response.writeHead(answer.status, { 'content-type': 'application/problem+json', connection: 'close' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

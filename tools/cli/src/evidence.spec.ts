import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './cli';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly asked: readonly string[];
}

describe('lienthong asks the bus', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'lienthong-cli-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** Runs a command against a bus that answers everything in this way. */
  async function lienthong(answer: object, ...argv: string[]): Promise<Ran> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(`${request.method} ${request.url} ${body}`.trim());
        response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
        response.end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const written = { out: '', err: '' };
    const terminal = { out: (text: string) => (written.out += text), err: (text: string) => (written.err += text) };
    await runCli(['keys'], { home }, { out: () => undefined, err: () => undefined });
    writeFileSync(
      join(home, 'stack.json'),
      JSON.stringify({ urls: { 'integration-bus': url }, home, clockOffsetMs: 0 }),
    );
    const code = await runCli(argv, { home }, terminal);
    server.close();
    return { code, ...written, asked };
  }

  it('who is behind, and tells since when and how fast each member handles', async () => {
    const land = { member: 'land-registry', state: 'suspended', waiting: 3, inFlight: 1, parked: 0, stashed: 2 };
    const more = { oldestSince: '2026-08-03T09:10:00.123+07:00', handledPerMinute: 4.2, behindGaps: 0 };
    const ran = await lienthong({ members: [{ ...land, ...more }] }, 'behind');
    expect(ran).toMatchObject({ code: 0, err: '', asked: ['GET /behind'] });
    expect(ran.out).toMatch(/land-registry \(suspended\) +3 +1 +0 +2 +2026-08-03 09:10:00 +– +4\.2 +0/);
  });

  it('for figures of days and a member, and adds them up', async () => {
    const type = 'vn.lienthong.tax.payment-notices-issued.v1';
    const row = { day: '2026-08-03', member: 'tax', type, sent: 2, rejected: 1, received: 0, handled: 0, discarded: 0 };
    const answer = {
      from: '2026-08-03',
      to: '2026-08-04',
      figures: [row, { ...row, day: '2026-08-04' }],
      isCut: false,
    };
    const ran = await lienthong(answer, 'figures', '--from', '2026-08-03', '--to', '2026-08-04', '--member', 'tax');
    expect(ran.asked).toEqual(['GET /figures?from=2026-08-03&to=2026-08-04&member=tax']);
    expect(ran.out).toMatch(/2026-08-03 +tax +payment-notices-issued\.v1 +2 +1 +0 +0 +0/);
    expect(ran.out).toMatch(/all +4 +2 +0 +0 +0/);
  });

  it('for the differences of a day, and names what each side says', async () => {
    const difference = {
      ...{ kind: 'accepted-open-at-sender', meaning: 'accepted by the bus, still open at its sender' },
      ...{ member: 'tax', sender: 'tax', id: '019b', stream: 'dossier:x', facts: { bus: 'accepted', sender: null } },
    };
    const report = {
      ...{ id: 'run', day: '2026-08-03', state: 'done', from: '2026-08-03T00:00', to: '2026-08-04T00:00' },
      compared: [{ member: 'tax', side: 'sent', messages: 12 }],
      missing: [{ member: 'intake', side: 'received' }],
      counts: { 'accepted-open-at-sender': 1 },
      differences: { items: [difference] },
    };
    const ran = await lienthong(report, 'reconcile', '--day', '2026-08-03');
    expect(ran).toMatchObject({ code: 0, asked: ['GET /reconciliations/2026-08-03'] });
    expect(ran.out).toContain('1 book with 12 messages compared, 1 difference.');
    expect(ran.out).toContain('No book of what intake received.');
    expect(ran.out).toMatch(/still open at its sender +tax +tax +019b +dossier:x +bus: accepted, sender: nothing/);
    const now = await lienthong({ ...report, id: 'run' }, 'reconcile', '--day', '2026-08-03', '--now', '--json');
    expect(now.asked).toEqual(['POST /reconciliations {"day":"2026-08-03"}', 'GET /reconciliations/2026-08-03']);
    expect(JSON.parse(now.out)).toMatchObject({ day: '2026-08-03' });
  });

  it('for a replay by filter, of the past, or to stop one, and says that a second operator confirms', async () => {
    const asked = { id: '019b', state: 'proposed' };
    const again = await lienthong(
      asked,
      ...['replay', 'deliveries', '--recipient', 'tax', '--cause', 'x', '--rate', '50', '--reason', 'corrected'],
    );
    const act = {
      kind: 'replay-deliveries',
      content: { recipient: 'tax', perSecond: 50, cause: 'x' },
      reason: 'corrected',
    };
    expect(again.asked).toEqual([`POST /acts ${JSON.stringify(act)}`]);
    expect(again.out).toContain('another operator has to confirm it');
    const past = await lienthong(
      asked,
      ...[
        'replay',
        'history',
        '--recipient',
        'tax',
        '--office',
        'bien-hoa',
        '--type',
        'a,b',
        '--from',
        'T',
        '--reason',
        'QĐ',
      ],
    );
    expect(past.asked[0]).toContain('"content":{"recipient":"tax","from":"T","office":"bien-hoa","types":["a","b"]}');
    expect((await lienthong(asked, 'replay', 'stop', 'r1', '--reason', 'wrong')).asked[0]).toContain('{"replay":"r1"}');
    const all = await lienthong(asked, 'replay', 'deliveries', '--all', '--reason', 'after the fire');
    expect(all.asked[0]).toContain('"content":{}');
  });

  it('for replays, and how far they have come', async () => {
    const one = {
      ...{ id: '019b', kind: 'again', state: 'running', found: 9, sent: 4, leftOut: { erased: 1 }, toDo: 4, open: 2 },
      ...{ begunAt: '2026-08-03T09:10:00.123+07:00', reason: 'corrected' },
    };
    const { out } = await lienthong({ items: [one] }, 'replay', 'list');
    expect(out).toMatch(/2026-08-03 09:10:00 +019b +again +running +9 +4 +1 erased +4 +2 +corrected/);
  });

  it('for what recipients parked, by cause', async () => {
    const parked = {
      ...{ recipient: 'tax', sender: 'intake', id: '019b', type: 'vn.lienthong.intake.slip.v1', attempts: 3 },
      ...{ hash: 'h', firstParkedAt: '2026-08-03T09:10:00.123+07:00', waitingBehind: 2, cause: 'tax.X' },
    };
    const ran = await lienthong(
      { items: [parked] },
      'parked',
      'list',
      '--service',
      'integration-bus',
      '--cause',
      'tax.X',
    );
    expect(ran.asked).toEqual(['GET /parked?cause=tax.X']);
    expect(ran.out).toMatch(/tax +intake +019b +slip\.v1 +– +tax\.X +3× +– +2 +h/);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeFiles } from '@lienthong/service-host';
import { eventually } from '@lienthong/testing';
import { runCli } from '../../tools/cli/src/cli';
import { readCliConfig } from '../../tools/cli/src/cli.config';
import { PlayedDossier, registerParcels, setPolicies, submitDossier } from '../../tools/demo/src';
import { E2eStack } from './support/e2e-stack';
import { freshDossier } from './support/story';

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const SECOND = ['--person', 'second-bus-operator-centre'] as const;
/** A transfer has a tax and a fee, each with its credit advice. */
const PAYMENTS = 2;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What an operator reads and does by `npm run lienthong`, on all services with automatic desks. */
describe('an operator at the command line', () => {
  let e2e: E2eStack;
  let dossierCode: string;
  beforeAll(async () => {
    e2e = await E2eStack.start({ env: () => ({ RECONCILE_MARGIN_MS: '0' }) });
    writeFileSync(join(e2e.access.home, homeFiles.stack), JSON.stringify(e2e.access));
  });
  afterAll(() => e2e?.close());

  const lienthong = async (...argv: string[]): Promise<Said> => {
    const written = { out: '', err: '' };
    const code = await runCli(argv, readCliConfig({ LIENTHONG_HOME: e2e.access.home }), {
      out: (text) => (written.out += text),
      err: (text) => (written.err += text),
    });
    return { code, ...written };
  };
  /** Its lines, when it could be done. */
  const said = async (...argv: string[]): Promise<string[]> => {
    const { code, out, err } = await lienthong(...argv);
    if (code !== 0) throw new Error(`lienthong ${argv.join(' ')}: ${code} ${err}`);
    return out.split('\n');
  };
  const says = (argv: readonly string[], line: RegExp): Promise<string> =>
    eventually(async () => (await said(...argv)).find((one) => line.test(one)), {
      timeoutMs: 60_000,
      describe: async () => `${String(line)} in\n${(await lienthong(...argv)).out}`,
    });

  const handIn = async (): Promise<string> => {
    const file = freshDossier(e2e.today);
    const [agencies, offices] = [e2e.agencies(), e2e.offices(file.parcels[0]?.communeCode ?? '')];
    await setPolicies(agencies, offices, true);
    await registerParcels(agencies, offices, [file]);
    const dossier = new PlayedDossier(file);
    await submitDossier({ agencies, offices }, dossier);
    return dossier.code ?? '';
  };

  it('sees in parked and trace where a dossier hangs, releases it, and sees it reach its end', async () => {
    await e2e.rows('treasury', 'alter table booking rename to booking_away');
    dossierCode = await handIn();
    const parked = await eventually(
      async () => {
        const rows = (await said('parked', '--recipient', 'treasury')).filter((line) => / treasury /.test(line));
        return rows.length === PAYMENTS && rows;
      },
      { timeoutMs: 60_000, describe: async () => (await lienthong('parked')).out },
    );
    const atService = await said('parked', 'list', '--service', 'treasury');
    expect(atService[0]).toBe('Parked at treasury');
    expect(await says(['trace', dossierCode], /^Now: /)).not.toContain('result-handed-over');
    await e2e.rows('treasury', 'alter table booking_away rename to booking');
    for (const row of parked || []) {
      const id = UUID.exec(row)?.[0] ?? '';
      expect(row).toContain('collecting-bank');
      expect(atService.find((line) => line.includes(id))).toContain('messaging.HANDLER_FAILED');
      const shown = await said('parked', 'show', 'collecting-bank', id, '--service', 'treasury');
      expect(shown).toEqual(expect.arrayContaining([expect.stringMatching(/^may be +released or discarded$/)]));
      expect(await said('parked', 'release', 'collecting-bank', id, '--service', 'treasury')).toEqual([
        `collecting-bank ${id}: released and handled; what waited behind it follows`,
      ]);
    }
    await says(['trace', dossierCode], /^Now: at land-registry.*result-handed-over/);
    expect(await said('parked')).toEqual(['No recipient has told of a parked message.']);
    const messages = (await said('trace', dossierCode)).filter((line) => /^\d{4}-\d{2}-\d{2} /.test(line));
    expect(messages.length).toBeGreaterThan(8);
    expect(messages.filter((line) => !/ handled /.test(line))).toEqual([]);
  });

  it('suspends a member at once, which another confirms, and lets it take part again, which another has to confirm first', async () => {
    const stateOf = async (): Promise<string | undefined> =>
      (await said('members')).find((line) => line.startsWith('tax '))?.match(/ (active|suspended) /)?.[1];
    expect(await stateOf()).toBe('active');
    expect((await said('members')).at(-1)).toMatch(/^\d+ members$/);
    const suspended = await said('members', 'suspend', 'tax', '--reason', 'a rehearsal');
    expect(suspended).toContain('state      in-force');
    expect(await stateOf()).toBe('suspended');
    const open = await says(['acts', 'list', '--open'], /suspend-member +in-force/);
    const id = UUID.exec(open)?.[0] ?? '';
    const own = await lienthong('acts', 'confirm', id);
    expect([own.code, own.err]).toEqual([1, expect.stringContaining('access.SAME_PERSON')]);
    expect(await said('acts', 'confirm', id, ...SECOND)).toContain('state      confirmed');
    const resumed = await said('members', 'resume', 'tax', '--reason', 'it is over');
    expect(resumed).toContain('state      proposed');
    expect(await stateOf()).toBe('suspended');
    const wanted = UUID.exec(resumed.find((line) => line.startsWith('id ')) ?? '')?.[0] ?? '';
    expect(await said('acts', 'confirm', wanted, ...SECOND)).toContain('state      carried-out');
    expect(await stateOf()).toBe('active');
    expect(await said('acts', 'list', '--open')).toEqual(['No acts.']);
    expect((await said('members', 'show', 'tax')).join('\n')).toMatch(/^tax {2}.*kafka {2}active[\s\S]*\ntax-1 /);
  });

  it('has what the dossier said delivered once more, which takes effect once', async () => {
    const booked = 'select count(*)::int as n from booking';
    const before = await e2e.rows('treasury', booked);
    const [asked = ''] = await said('replay', 'deliveries', '--dossier', dossierCode, '--reason', 'a rehearsal');
    expect(asked).toMatch(/^replay-deliveries \S+ is proposed; another operator has to confirm it/);
    const id = UUID.exec(asked)?.[0] ?? '';
    expect(await said('replay', 'list')).toEqual(['There was no replay.']);
    expect(await said('acts', 'confirm', id, ...SECOND)).toContain('state      carried-out');
    const done = await says(['replay', 'list'], /again +done .* 0 +0 +a rehearsal$/);
    expect(Number(/done +(\d+)/.exec(done)?.[1])).toBeGreaterThan(8);
    expect(await e2e.rows('treasury', booked)).toEqual(before);
    expect(await said('parked')).toEqual(['No recipient has told of a parked message.']);
  });

  it('reads that the books of all members and the log agree about the day', async () => {
    const [report = '', ...more] = await said('reconcile', '--day', e2e.today, '--now');
    expect(report).toMatch(/: \d+ books with [1-9]\d* messages compared, 0 differences\.$/);
    expect(more).toEqual([]);
  });
});

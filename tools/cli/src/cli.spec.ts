import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { serve, SpecCli } from './cli.mother';
import { findStack } from './stack-file';

const CODE = 'H19.1-260803-0001';

describe('lienthong', () => {
  let cli: SpecCli;
  beforeEach(() => (cli = new SpecCli()));
  afterEach(() => cli.clear());

  it('explains itself', async () => {
    expect(await cli.run('--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('trace <dossier code>') as string,
    });
  });

  it.each([
    [[], 'which command?'],
    [
      ['fly'],
      'one of: token, trace, where, behind, figures, parked, replay, reconcile, files, members, acts, keys, kafka-member, restore',
    ],
    [['keys', '--json'], 'keys has no option --json'],
    [['keys', 'now'], 'keys new <member> <kid>'],
    [['keys', 'new', 'tax'], 'a name that no key had before'],
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
    [['members', 'fly'], 'members list, show, keys, rights'],
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
    [['members', 'judged'], 'it stands in `trace --json`'],
    [['members', 'judged', 'x'], 'it stands in `trace --json`'],
    [['members', 'list', '--at', 'yesterday'], '--at yesterday is no instant'],
    [['acts', 'fly'], 'acts list, kinds, show'],
    [['acts', 'confirm', '12'], 'which act?'],
    [['acts', 'ask'], 'which act?'],
    [['acts', 'list', '--limit', '0'], '--limit must be'],
    [['parked', 'fly'], 'list, show, release or discard'],
    [['replay'], 'replay list, deliveries, history or stop?'],
    [['replay', 'deliveries', '--recipient', 'tax'], '--reason is missing'],
    [['replay', 'deliveries', '--reason', 'all of it'], 'which deliveries?'],
    [['replay', 'deliveries', '--all', '--rate', '0', '--reason', 'x'], '--rate must be'],
    [['replay', 'history', '--recipient', 'tax', '--reason', 'x'], 'needs --recipient, --office'],
    [['replay', 'stop', '--reason', 'x'], 'which replay?'],
    [['reconcile', '--day', 'monday'], '--day monday is no day'],
    [['parked', 'show', 'tax', 'x', '--service', 'integration-bus'], 'the bus lists only'],
    [['parked', 'show', 'tax', 'x'], '--service is missing'],
    [['parked', 'list', '--service', 'customs'], 'there is no service customs'],
    [['parked', 'show', '--service', 'tax'], 'which message? lienthong parked show <sender> <id>'],
    [['parked', 'discard', 'intake', 'x', '--service', 'tax'], '--reason is missing'],
    [['parked', 'list', '--service', 'tax', '--limit', '0'], '--limit must be'],
  ])('refuses %p, says what would be right, and ends with 2', async (argv, text) => {
    const { code, out, err } = await cli.run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(text);
  });

  it('token prints nothing but a token to stdout, and makes the keys it needs', async () => {
    const { code, out, err } = await cli.run(
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
    expect((await cli.run('keys')).code).toBe(0);
    expect(existsSync(join(cli.home, 'keys', 'integration-bus.jwk.json'))).toBe(true);
  });

  it('keys makes one more key of a member, whose public part alone goes to stdout', async () => {
    const { code, out, err } = await cli.run('keys', 'new', 'tax', 'tax-2');
    expect(code).toBe(0);
    expect(out).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(err).toContain(`members key add tax tax-2 ${out}`);
    const file = join(cli.home, 'keys', 'tax', 'tax-2.jwk.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await cli.run('keys', 'new', 'tax', 'tax-2')).toMatchObject({ code: 1, out: '' });
  });

  it('finds a stack in containers on the default ports by the keys of its home, and none in an empty home', async () => {
    expect(findStack({ home: cli.home })).toBeUndefined();
    await cli.run('keys');
    expect(findStack({ home: cli.home, clockOffsetMs: 5 })).toMatchObject({
      ...{ urls: { 'integration-bus': 'http://127.0.0.1:3000', tax: 'http://127.0.0.1:3003' }, clockOffsetMs: 5 },
    });
  });

  describe('trace', () => {
    it('without a running stack says how to get one, and ends with 1', async () => {
      expect(await cli.run('trace', CODE)).toMatchObject({
        code: 1,
        err: expect.stringContaining('npm start') as string,
      });
    });

    it('of a stack that has gone says so', async () => {
      await cli.run('keys');
      cli.stackIs({ 'integration-bus': 'http://127.0.0.1:1' });
      expect(await cli.run('trace', CODE)).toMatchObject({
        code: 1,
        err: expect.stringContaining('does not answer') as string,
      });
    });

    it('asks the bus as its operator and prints the table, or the document with --json', async () => {
      await cli.run('keys');
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
      cli.stackIs({ 'integration-bus': bus.url });
      const table = await cli.run('trace', CODE);
      expect(table).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Now: at tax/bien-hoa') as string });
      expect(bus.asked).toEqual([`GET /trace/${CODE} Bearer `]);
      const json = await cli.run('trace', CODE, '--json');
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
      await cli.run('keys');
      const bus = await serve({ status, body });
      cli.stackIs({ 'integration-bus': bus.url });
      expect(await cli.run('trace', CODE)).toMatchObject({ code: 1, err: expect.stringContaining(text) as string });
      bus.server.close();
    });
  });
});

import { type Answer, serve, SpecCli } from './cli.mother';

describe('lienthong parked', () => {
  let cli: SpecCli;
  beforeEach(() => (cli = new SpecCli()));
  afterEach(() => cli.clear());

  const run = (answer: Answer, ...argv: string[]): ReturnType<SpecCli['runOn']> =>
    cli.runOn('tax', answer, 'parked', ...argv, '--service', 'tax');

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
    expect(await cli.runAs('a.real.token', ...there, tax.url)).toMatchObject({ code: 0, err: '' });
    expect(tax.asked).toEqual(['GET /parked?order=newest Bearer ']);
    expect(await cli.run(...there, tax.url)).toMatchObject({
      code: 2,
      err: expect.stringContaining('LIENTHONG_TOKEN') as string,
    });
    expect((await cli.runAs('a.real.token', ...there, 'tax')).err).toContain('--url tax is no address');
    tax.server.close();
  });

  it('without the service in the stack says how to get it', async () => {
    cli.stackIs({});
    expect(await cli.run('parked', 'list', '--service', 'tax')).toMatchObject({
      code: 1,
      err: expect.stringContaining('npm start') as string,
    });
  });

  it('alone lists what all recipients told the bus that they parked', async () => {
    const ran = await cli.runOn('integration-bus', { status: 200, body: { items: [] } }, 'parked');
    expect(ran).toMatchObject({ code: 0, asked: ['GET /parked Bearer '] });
  });
});

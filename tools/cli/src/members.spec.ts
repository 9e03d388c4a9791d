import { SpecCli } from './cli.mother';

describe('lienthong members and acts', () => {
  let cli: SpecCli;
  beforeEach(() => (cli = new SpecCli()));
  afterEach(() => cli.clear());

  const ID = '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01';
  const run = (body: unknown, ...argv: string[]): ReturnType<SpecCli['runOn']> =>
    cli.runOn('integration-bus', { status: 200, body: body as object }, ...argv);
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
    expect(ran.asked[0]).toContain('GET /registry/at?limit=100&table=member&instant=2026-08-03T09%3A00%3A00%2B07%3A00');
  });

  it('shows one with its codes, keys and rights', async () => {
    const key = held('member_key', 'tax-1', { kid: 'tax-1', validFrom: '2016-01-01T00:00:00+07:00' });
    const { out } = await run({ items: [tax, key] }, 'members', 'show', 'tax');
    for (const text of ['000.00.93.H19', 'H19.93', 'tax-1', 'Rights: none']) expect(out).toContain(text);
  });

  it('lists the keys, rights or schemas that held at an instant, each with its entry', async () => {
    const schema = held('message_schema', 'https://lienthong.vn/x#abc', { type: 'vn.lienthong.tax.x.v1' });
    const ran = await run({ items: [schema] }, 'members', 'schemas', '--at', '2026-08-03T09:00:00+07:00');
    expect(ran.asked[0]).toContain('table=message_schema&instant=2026-08-03T09%3A00%3A00%2B07%3A00');
    for (const text of ['x.v1', ID, '1 held']) expect(ran.out).toContain(text);
    const key = held('member_key', 'tax-1', { kid: 'tax-1', member: 'tax', validFrom: '2016-01-01T00:00:00+07:00' });
    expect((await run({ items: [key] }, 'members', 'keys')).out).toMatch(/tax +tax-1 +2016-01-01/);
    const right = { sender: 'tax', recipient: 'intake', type: 'vn.lienthong.tax.x.v1', purpose: 'to notify' };
    expect((await run({ items: [held('grant_row', 'r', right)] }, 'members', 'rights')).out).toContain('to notify');
  });

  it('says by which key, right and schema a message was judged', async () => {
    const body = { logId: ID, acceptedAt: '2026-08-03T09:00:00+07:00', kind: 'accepted', keyId: 'tax-1', rows: [tax] };
    const ran = await run({ ...body, type: 'vn.lienthong.tax.x.v1' }, 'members', 'judged', ID);
    expect(ran.asked).toEqual([`GET /registry/at/${ID} Bearer `]);
    for (const text of ['accepted 2026-08-03 09:00:00', 'signed by tax-1', 'member']) expect(ran.out).toContain(text);
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

import { generateKey } from '@lienthong/envelope';
import type { SpecBus } from './bus.mother';
import { SpecBus as Bus } from './bus.mother';
import { HttpMember } from './http-member.mother';
import { dossier } from './member.mother';

/** What members without Kafka submit by HTTP (A09, A13). */
describe('a message submitted by HTTP', () => {
  let bus: SpecBus;
  let tax: HttpMember;
  let next = 0;
  beforeAll(async () => {
    bus = await Bus.start();
    tax = new HttpMember(bus, 'tax');
  });
  afterAll(() => bus.stop());

  const aDossier = (): string => dossier((next += 1));
  const kindsOf = async (dossierCode: string): Promise<string[]> => {
    const rows = await bus.rows<{ kind: string }>('select kind from log_entry where subject = $1 order by log_id', [
      dossierCode,
    ]);
    return rows.map(({ kind }) => kind);
  };

  it.each(['binary', 'structured'] as const)(
    'in the %s form of the CloudEvents SDK is in the log, and on its way to its recipient, when it is answered',
    async (mode) => {
      const dossierCode = aDossier();
      const event = tax.event({ dossierCode, sequence: 1, body: { dossierCode, text: 'Đất “ở” 100 % – “x"' } });
      const answer = await tax.submit(event, mode);
      const [entry] = await bus.rows<{ log_id: string; accepted_at: Date; recipient: string }>(
        `select e.log_id, e.accepted_at, d.recipient from log_entry e join delivery d using (log_id) where e.id = $1`,
        [event.id],
      );
      expect(answer.status).toBe(202);
      expect(entry?.recipient).toBe('land-registry');
      expect(answer.body).toEqual({ outcome: 'accepted', logId: entry?.log_id, acceptedAt: expect.any(String) });
      expect(Date.parse(String(answer.body.acceptedAt))).toBe(entry?.accepted_at.getTime());
    },
  );

  it('again is answered with the bytes of the first answer, whatever form it has (A13)', async () => {
    const event = tax.event({ dossierCode: aDossier(), sequence: 1 });
    const answers = [await tax.submit(event), await tax.submit(event, 'structured'), await tax.submit(event)];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await kindsOf(String(event.subject))).toEqual(['accepted']);
  });

  it('with the id of another message is refused by 409, which names both hashes, again and again (A13, F28)', async () => {
    const dossierCode = aDossier();
    const first = tax.event({ dossierCode, sequence: 1 });
    await tax.submit(first);
    const other = tax.event({
      dossierCode,
      sequence: 2,
      body: { dossierCode, text: 'other' },
      attributes: { id: first.id },
    });
    const answers = [await tax.submit(other), await tax.submit(other)];
    expect(answers[0]).toMatchObject({ status: 409, body: { code: 'integration-bus.IDENTITY_CONFLICT' } });
    for (const hash of [first.contenthash, other.contenthash]) expect(answers[0]?.text).toContain(String(hash));
    expect(answers[1]?.text).toBe(answers[0]?.text);
  });

  it('first by 64 requests at once has one winner, and all read the same answer (A13)', async () => {
    const event = tax.event({ dossierCode: aDossier(), sequence: 1 });
    const answers = await Promise.all(Array.from({ length: 64 }, () => tax.submit(event)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await kindsOf(String(event.subject))).toEqual(['accepted']);
  });

  it('is accepted beside many copies of one that waits for its number: they hold nobody else up', async () => {
    const ahead = tax.event({ dossierCode: aDossier(), sequence: 3 });
    const good = tax.event({ dossierCode: aDossier(), sequence: 1 });
    const copies = Array.from({ length: 16 }, () => tax.submit(ahead));
    const [answer, ...others] = await Promise.all([tax.submit(good), ...copies]);
    expect(answer).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    expect(others.map(({ status }) => status).filter((status) => ![202, 503].includes(status))).toEqual([]);
    expect(await tax.submit(ahead)).toMatchObject({ status: 202, body: { outcome: 'waiting', from: 1, to: 2 } });
  });

  it('by 64 requests at once, each with its own content for one id, has one winner (A13)', async () => {
    const dossierCode = aDossier();
    const { id } = tax.event({ dossierCode, sequence: 1 });
    const events = Array.from({ length: 64 }, (_, i) =>
      tax.event({ dossierCode, sequence: 1, body: { dossierCode, text: `draft ${i}` }, attributes: { id } }),
    );
    const answers = await Promise.all(events.map((event) => tax.submit(event)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(63);
  });

  it('shares its transaction with what else is submitted meanwhile', async () => {
    const before = await bus.rows<{ xmin: string }>("select xmin::text from log_entry where kind = 'accepted'");
    const events = Array.from({ length: 90 }, () => tax.event({ dossierCode: aDossier(), sequence: 1 }));
    await Promise.all(events.map((event) => tax.submit(event)));
    const after = await bus.rows<{ xmin: string }>("select xmin::text from log_entry where kind = 'accepted'");
    expect(after.length - before.length).toBe(90);
    const known = new Set(before.map(({ xmin }) => xmin));
    const transactions = new Set(after.map(({ xmin }) => xmin).filter((xmin) => !known.has(xmin)));
    expect(transactions.size).toBeLessThan(45);
  });

  it('that the exchange refuses is answered with the code of its entry in the log, the same bytes for a repeat', async () => {
    const dossierCode = aDossier();
    const event = tax.event({ dossierCode, sequence: 1, to: [{ member: 'intake', office: 'bien-hoa' }] });
    const [first, again] = [await tax.submit(event), await tax.submit(event)];
    expect(first).toMatchObject({ status: 403, body: { code: 'integration-bus.GRANT_MISSING', status: 403 } });
    expect(again?.text).toBe(first?.text);
    const [entry] = await bus.rows<{ log_id: string }>(
      "select log_id from log_entry where kind = 'rejected' and id = $1",
      [event.id],
    );
    expect(first?.body.logId).toBe(entry?.log_id);
  });

  it('before its predecessor waits for it, says which numbers are missing, and is accepted after it', async () => {
    const dossierCode = aDossier();
    const [first, second, third] = [1, 2, 3].map((sequence) => tax.event({ dossierCode, sequence }));
    const waits = await tax.submit(third as never);
    expect(waits.body).toEqual({ outcome: 'waiting', stream: `dossier:${dossierCode}`, epoch: 1, from: 1, to: 2 });
    await tax.submit(first as never);
    await tax.submit(second as never);
    expect(await tax.submit(third as never)).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    expect(await kindsOf(dossierCode)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('of another member, or signed with a key of nobody, is not taken for the token’s', async () => {
    const dossierCode = aDossier();
    const foreign = new HttpMember(bus, 'intake').event({ dossierCode, sequence: 1 });
    expect(await tax.submit(foreign)).toMatchObject({ status: 403, body: { code: 'integration-bus.WRONG_TOPIC' } });
    const stranger = { kid: 'tax-1', key: (await import('node:crypto')).generateKeyPairSync('ed25519').privateKey };
    const forged = tax.event({ dossierCode, sequence: 1 }, stranger);
    expect(await tax.submit(forged)).toMatchObject({ status: 403, body: { code: 'envelope.SIGNATURE_INVALID' } });
    expect(await kindsOf(dossierCode)).toEqual(['rejected', 'rejected']);
  });

  it('of a suspended member is not looked at: nothing of it is lost or refused for good', async () => {
    const event = tax.event({ dossierCode: aDossier(), sequence: 1 });
    await bus.setState('tax', 'suspended');
    expect(await tax.submit(event)).toMatchObject({ status: 403, body: { code: 'integration-bus.MEMBER_SUSPENDED' } });
    await bus.setState('tax', 'active');
    expect(await tax.submit(event)).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
  });

  describe('that is none', () => {
    const binary = { 'content-type': 'application/json' };
    const structured = { 'content-type': 'application/cloudevents+json' };
    it.each([
      ['of an unknown type', { 'content-type': 'text/plain' }, '{}', 415, 'integration-bus.CONTENT_TYPE_UNKNOWN'],
      ['without a type', {}, '{}', 415, 'integration-bus.CONTENT_TYPE_UNKNOWN'],
      [
        'of a batch',
        { 'content-type': 'application/cloudevents-batch+json' },
        '[]',
        415,
        'integration-bus.CONTENT_TYPE_UNKNOWN',
      ],
      ['without attributes', binary, '{}', 400, 'envelope.HEADER_MISSING'],
      ['too large', binary, `"${'x'.repeat(400_000)}"`, 413, 'http.BODY_TOO_LARGE'],
      ['no JSON', structured, '{', 400, 'integration-bus.EVENT_MALFORMED'],
      ['a list', structured, '[]', 400, 'integration-bus.EVENT_MALFORMED'],
      ['without data', structured, '{"id":"x"}', 400, 'integration-bus.ATTRIBUTE_INVALID'],
      [
        'with an attribute that is a list',
        structured,
        '{"id":["x"],"data":{}}',
        400,
        'integration-bus.ATTRIBUTE_INVALID',
      ],
    ])('because it is %s is answered with its own code', async (_, headers, body, status, code) => {
      expect(await tax.post('/messages', body, headers as Record<string, string>)).toMatchObject({
        status,
        body: { code },
      });
    });

    it('because an attribute is wrong, is told which', async () => {
      const event = tax.event({ dossierCode: aDossier(), sequence: 1 }).cloneWith({ recipients: 'nobody' });
      expect((await tax.submit(event)).body).toMatchObject({
        code: 'envelope.HEADER_INVALID',
        detail: expect.stringContaining('ce_recipients'),
      });
    });
  });

  describe('needs a token', () => {
    const event = (): ReturnType<HttpMember['event']> => tax.event({ dossierCode: aDossier(), sequence: 1 });
    const withToken = async (authorization: string) => {
      const body = JSON.stringify(event());
      return tax.post('/messages', body, { 'content-type': 'application/cloudevents+json', authorization });
    };

    it('signed with a key of the member', async () => {
      expect(await withToken(`Bearer ${await tax.token()}`)).toMatchObject({ status: 202 });
    });

    it.each([
      ['of another member’s key', { issuer: 'intake', subject: 'intake' }],
      ['that names another subject', { subject: 'intake' }],
      ['of the bus itself', { issuer: 'integration-bus', subject: 'integration-bus' }],
      ['of a member that nobody knows', { issuer: 'ghost', subject: 'ghost' }],
      ['for another audience', { audience: 'lienthong' }],
      ['that lives longer than five minutes', { lifeSeconds: 301 }],
      ['that has expired', { lifeSeconds: -10 }],
      ['of a key that nobody registered', { kid: 'tax-9', key: generateKey('tax-9').privateJwk }],
      ['signed with another key than it names', { key: generateKey('tax-1').privateJwk }],
    ])('and not one %s', async (_, claims) => {
      expect(await withToken(`Bearer ${await tax.token(claims)}`)).toMatchObject({ status: 401 });
    });

    it('in exactly its form: no padding, no other algorithm, no missing signature', async () => {
      const [head, claims, signature] = (await tax.token()).split('.');
      const none = Buffer.from('{"alg":"none","kid":"tax-1"}').toString('base64url');
      for (const token of [
        `${head}.${claims}.${signature}==`,
        `${none}.${claims}.`,
        `${head}.${claims}.`,
        `${head}.${claims}`,
      ]) {
        expect(await withToken(`Bearer ${token}`)).toMatchObject({ status: 401 });
      }
    });

    it('of a key that still holds: a revoked one is refused at once, although it was accepted before', async () => {
      const token = await tax.token();
      expect(await withToken(`Bearer ${token}`)).toMatchObject({ status: 202 });
      await bus.administer("update member_key set valid_to = now() - interval '1 second' where member = 'tax'");
      expect(await withToken(`Bearer ${token}`)).toMatchObject({ status: 401 });
      await bus.administer("update member_key set valid_to = null where member = 'tax'");
    });

    it('of a member: no person has that role, and no member another one', async () => {
      const officer = await bus.home.token({
        member: 'integration-bus',
        role: 'member',
        office: 'centre',
        person: 'x',
      });
      expect(await withToken(`Bearer ${officer}`)).toMatchObject({
        status: 403,
        body: { code: 'access.ROLE_NOT_ALLOWED' },
      });
      expect(await tax.get('/deliveries?recipient=tax')).toMatchObject({ status: 403 });
    });
  });
});

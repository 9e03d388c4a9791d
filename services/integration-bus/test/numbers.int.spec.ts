import { generateKey, messageOf, RejectedV1, ResendWantedV1, signerFromJwk } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import type { WireRecord } from '@lienthong/messaging';
import { eventually } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { dossier, type NoticeWish, type SpecMember } from './member.mother';
import { TopicListener } from './topic-listener.mother';

/** The rules for numbers of design §3 that concern the bus, one test each. */
describe('the numbers of a stream at the bus', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let tax: SpecMember;
  let number = 0;

  beforeAll(async () => {
    bus = await SpecBus.start({ ASK_AGAIN_MS: '300' });
    topics = await TopicListener.start(bus.topicPrefix, ['tax', 'land-registry']);
    tax = bus.member('tax');
  });
  afterAll(async () => {
    await topics.stop();
    await bus.stop();
  });

  const aDossier = (): string => dossier((number += 1));
  const notice = (dossierCode: string, sequence: number, wish: Partial<NoticeWish> = {}): WireRecord =>
    tax.notices([{ dossierCode, sequence, ...wish }])[0] as WireRecord;
  const submit = (...records: readonly WireRecord[]): Promise<void> => bus.exchange.process(records);
  const countOf = async (dossierCode: string): Promise<{ epoch: number; lastIn: number } | undefined> =>
    (
      await bus.rows<{ epoch: number; lastIn: number }>(
        'select epoch, last_in::int as "lastIn" from stream_in where key = $1',
        [`tax|dossier:${dossierCode}`],
      )
    )[0];
  const entriesOf = (dossierCode: string): Promise<{ kind: string; code: string | null }[]> =>
    bus.rows("select kind, verdict ->> 'code' as code from log_entry where subject = $1 order by log_id", [
      dossierCode,
    ]);
  const told = <B extends object>(of: new () => B, match: (body: B) => boolean): Promise<B> =>
    eventually(() =>
      topics
        .at('tax', ({ headers }) => headers.ce_type === messageOf(of as never).type)
        .map(({ value }) => JSON.parse(value) as B)
        .find(match),
    );

  const refusedYetCounted: readonly (readonly [string, string, () => Partial<NoticeWish>])[] = [
    ['for which there is no grant', 'GRANT_MISSING', () => ({ to: [{ member: 'intake', office: 'bien-hoa' }] })],
    ['that violates its schema', 'SCHEMA_VIOLATION', () => ({ body: { wrong: true } })],
    ['that has expired', 'EXPIRED', () => ({ attributes: { expirytime: instantText(new Date(Date.now() - 1_000)) } })],
  ];
  it.each(refusedYetCounted)('of a verified message %s is consumed by its refusal: %s', async (_what, code, wish) => {
    const dossierCode = aDossier();
    await submit(notice(dossierCode, 1, wish()), notice(dossierCode, 2));
    expect(await entriesOf(dossierCode)).toEqual([
      { kind: 'rejected', code: `integration-bus.${code}` },
      { kind: 'accepted', code: null },
    ]);
    expect(await countOf(dossierCode)).toEqual({ epoch: 1, lastIn: 2 });
    const stream = `dossier:${dossierCode}`;
    await told(RejectedV1, ({ items }) => items.some((item) => item.stream === stream && item.sequence === 1));
  });

  it('is not consumed by what nobody can be held to have sent: that is a security event', async () => {
    const dossierCode = aDossier();
    const stranger = signerFromJwk({ ...generateKey('tax-1').privateJwk });
    await submit(...tax.notices([{ dossierCode, sequence: 1 }], stranger));
    expect(await countOf(dossierCode)).toBeUndefined();
    const { body } = await (await bus.api('monitor')).get<string>('/metrics');
    expect(body).toMatch(/lienthong_bus_security_events_total\{code="envelope.SIGNATURE_INVALID"[^}]*\} [1-9]/);
    await submit(notice(dossierCode, 1));
    expect(await countOf(dossierCode)).toEqual({ epoch: 1, lastIn: 1 });
  });

  it('higher than expected is stashed, and its sender is asked for what is missing before it', async () => {
    const dossierCode = aDossier();
    await submit(notice(dossierCode, 3));
    expect(await countOf(dossierCode)).toEqual({ epoch: 0, lastIn: 0 });
    const wanted = { stream: `dossier:${dossierCode}`, epoch: 1, from: 1, to: 2 };
    const { items } = await told(ResendWantedV1, (body) => body.items.some(({ stream }) => stream === wanted.stream));
    expect(items).toContainEqual(wanted);
    await submit(notice(dossierCode, 2), notice(dossierCode, 1));
    expect(await countOf(dossierCode)).toEqual({ epoch: 1, lastIn: 3 });
  });

  it('lower, with a known id and hash, is answered as before', async () => {
    const dossierCode = aDossier();
    const [first, second] = [notice(dossierCode, 1), notice(dossierCode, 2)];
    await submit(first, second);
    const answers = (): number => topics.at('tax', ({ value }) => value.includes(`"dossier:${dossierCode}"`)).length;
    const before = await eventually(() => answers() > 0 && answers());
    await submit(first);
    await eventually(() => answers() > before, { describe: 'the answer to the repeat' });
    expect(await entriesOf(dossierCode)).toHaveLength(2);
    expect(await countOf(dossierCode)).toEqual({ epoch: 1, lastIn: 2 });
  });

  it('that is known under another id is a SEQUENCE_CONFLICT', async () => {
    const dossierCode = aDossier();
    await submit(notice(dossierCode, 1));
    await submit(notice(dossierCode, 1));
    expect((await entriesOf(dossierCode)).map(({ code }) => code)).toEqual([null, 'integration-bus.SEQUENCE_CONFLICT']);
    expect(await countOf(dossierCode)).toEqual({ epoch: 1, lastIn: 1 });
  });

  it('starts at 1 again in a new epoch', async () => {
    const dossierCode = aDossier();
    await submit(notice(dossierCode, 1), notice(dossierCode, 2));
    await submit(notice(dossierCode, 2, { attributes: { epoch: '2' } }));
    expect(await countOf(dossierCode)).toEqual({ epoch: 1, lastIn: 2 });
    await submit(notice(dossierCode, 1, { attributes: { epoch: '2' } }));
    expect(await countOf(dossierCode)).toEqual({ epoch: 2, lastIn: 2 });
  });

  it('of a lower epoch is refused and changes nothing', async () => {
    const dossierCode = aDossier();
    await submit(notice(dossierCode, 1, { attributes: { epoch: '2' } }));
    await submit(notice(dossierCode, 2, { attributes: { epoch: '1' } }));
    expect((await entriesOf(dossierCode)).map(({ code }) => code)).toEqual([null, 'integration-bus.SEQUENCE_CONFLICT']);
    expect(await countOf(dossierCode)).toEqual({ epoch: 2, lastIn: 1 });
  });
});

import { generateKey } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import { CurrentRegistry } from '../src/members/current-registry';
import { newMember } from './act-exercises.mother';
import type { SpecBus } from './bus.mother';
import { specNotice } from './notice.mother';
import type { SpecOperatorsDesk } from './operators.mother';
import { SpecRegistry } from './registry.mother';
import type { TopicListener } from './topic-listener.mother';

const { type } = specNotice;
const LAND = ['land-registry'];

/** Membership and rights (A02, A03, A04, A07). */
describe('the registry of the bus', () => {
  let registry: SpecRegistry;
  let bus: SpecBus;
  let other: SpecBus;
  let desk: SpecOperatorsDesk;
  let topics: TopicListener;
  beforeAll(async () => {
    registry = await SpecRegistry.start();
    ({ bus, other, desk, topics } = registry);
  });
  afterAll(() => registry.stop());
  afterEach(() => jest.restoreAllMocks());

  it('takes a member in by two persons, reads its topic on both instances without a restart, and lets it send nothing yet', async () => {
    const { privateJwk, publicJwk } = generateKey('cadastre-1');
    await desk.do('register-member', newMember('cadastre', { key: { kid: 'cadastre-1', x: publicJwk.x } }));
    const cadastre = registry.memberWith('cadastre', 'cadastre-1', privateJwk);
    const ungranted = cadastre.notices([{ dossierCode: registry.aDossier(), sequence: 1 }]);
    await registry.write(ungranted);
    expect(await registry.judged(ungranted)).toMatchObject([
      { kind: 'rejected', code: 'integration-bus.GRANT_MISSING' },
    ]);
    await desk.do('give-grant', {
      sender: 'cadastre',
      recipients: LAND,
      type,
      purpose: 'maps',
      legalBasis: 'a decree',
    });
    const granted = cadastre.notices([{ dossierCode: registry.aDossier(), sequence: 1 }]);
    await registry.write(granted);
    expect(await registry.judged(granted)).toMatchObject([{ kind: 'accepted' }]);
    await eventually(
      () => topics.at('land-registry').some(({ headers }) => headers.ce_source === '/members/cadastre'),
      {
        timeoutMs: 60_000,
      },
    );
  });

  it('lets a grant hold from its first instant to before its end, and no second longer', async () => {
    const [from, to] = [Date.now() + 3_000, Date.now() + 6_000];
    const period = { validFrom: instantText(new Date(from)), validTo: instantText(new Date(to)) };
    const words = { purpose: 'a pilot', legalBasis: 'a plan' };
    await desk.do('give-grant', { sender: 'tax', recipients: ['intake'], type, ...words, ...period });
    const at = async (ms: number): Promise<string> => {
      jest.spyOn(bus.running.app.get(Clock), 'now').mockImplementation(() => new Date(ms));
      const records = bus
        .member('tax')
        .notices([{ dossierCode: registry.aDossier(), sequence: 1, to: [{ member: 'intake', office: 'bien-hoa' }] }]);
      await bus.exchange.process(records);
      const [entry] = await registry.entriesOf(registry.idsOf(records));
      return entry?.code ?? entry?.kind ?? '';
    };
    await eventually(async () => (await at(from)) === 'accepted', { describe: 'the grant to be known' });
    expect(await at(from - 1)).toBe('integration-bus.GRANT_MISSING');
    expect(await at(to - 1)).toBe('accepted');
    expect(await at(to)).toBe('integration-bus.GRANT_MISSING');
  });

  it('makes a void of what still waits when its grant is withdrawn, under its number and with the reason', async () => {
    await desk.do('register-member', newMember('library'));
    const right = { sender: 'tax', recipients: ['library'], type };
    await desk.do('give-grant', { ...right, purpose: 'books', legalBasis: 'a rule' });
    await desk.do('suspend-member', { member: 'library' });
    const dossierCode = registry.aDossier();
    const to = [{ member: 'library', office: 'bien-hoa' }];
    const records = bus.member('tax').notices([1, 2].map((sequence) => ({ dossierCode, sequence, to })));
    await bus.exchange.process(records);
    expect((await registry.judged(records)).map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
    await desk.do('withdraw-grant', right);
    await desk.do('resume-member', { member: 'library' });
    const voids = await eventually(
      async () => {
        const rows = await bus.rows<{ seq: string; reason: string }>(
          `select d.seq, e.content ->> 'reason' as reason from delivery d join log_entry e using (log_id)
           where d.recipient = 'library' and e.kind = 'void' order by d.seq`,
        );
        return rows.length === 2 && rows;
      },
      { timeoutMs: 60_000, describe: 'the voids' },
    );
    expect(voids).toEqual([
      { seq: '1', reason: 'grant-lapsed' },
      { seq: '2', reason: 'grant-lapsed' },
    ]);
  });

  it('gives no right for the past, none twice, and none to or from strangers', async () => {
    const grant = { sender: 'intake', recipients: ['tax'], type, purpose: 'x y', legalBasis: 'x y' };
    const refusal = async (content: object): Promise<unknown> => {
      const asked = await desk.ask('give-grant', content);
      return (await desk.confirm(asked.body.id)).body;
    };
    expect(await refusal({ ...grant, validFrom: '2020-01-01T00:00:00+07:00' })).toMatchObject({
      code: 'integration-bus.FROM_THE_PAST',
    });
    expect(await refusal({ ...grant, recipients: ['nobody'] })).toMatchObject({
      code: 'integration-bus.MEMBER_UNKNOWN',
    });
    await desk.do('give-grant', grant);
    expect(await refusal(grant)).toMatchObject({ code: 'integration-bus.GRANT_KNOWN' });
    await desk.do('withdraw-grant', { sender: 'intake', recipients: ['tax'], type });
    await desk.do('give-grant', grant);
    await desk.do('withdraw-grant', { sender: 'intake', recipients: ['tax'], type });
  });

  it('holds everything of a suspended member and loses nothing: it goes on after the resumption, in order', async () => {
    const dossierCode = registry.aDossier();
    await desk.do('suspend-member', { member: 'tax' });
    await eventually(
      () => [bus, other].every((one) => one.running.app.get(CurrentRegistry).now.member('tax')?.state === 'suspended'),
      { timeoutMs: 5_000 },
    );
    const records = bus.member('tax').notices([1, 2, 3].map((sequence) => ({ dossierCode, sequence })));
    await bus.exchange.process(records);
    expect(await registry.entriesOf(registry.idsOf(records))).toEqual([]);
    await registry.write(records);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await registry.entriesOf(registry.idsOf(records))).toEqual([]);
    await desk.do('resume-member', { member: 'tax' });
    expect((await registry.judged(records)).map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted']);
    const delivered = (): string[] => [
      ...new Set(
        topics.inStream('land-registry', `dossier:${dossierCode}`).map(({ headers }) => headers.ce_sequence ?? ''),
      ),
    ];
    await eventually(() => delivered().length === 3, { timeoutMs: 60_000, describe: 'the deliveries' });
    expect(delivered()).toEqual(['1', '2', '3']);
  });

  it('lets only operators look, and changes nothing about the bus itself', async () => {
    const monitor = await bus.api('monitor');
    for (const path of [
      '/registry/at',
      '/registry/agency-codes/H19',
      '/registry/at/019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01',
    ]) {
      expect((await monitor.get(path)).status).toBe(403);
    }
    expect(await desk.ask('suspend-member', { member: 'integration-bus' })).toMatchObject({
      ...{ status: 409, body: { code: 'integration-bus.MEMBER_IS_THE_BUS' } },
    });
  });
});

import { instantText } from '@lienthong/kernel';
import type { Page } from '@lienthong/service-host';
import { eventually } from '@lienthong/testing';
import type { ResolvedCode } from '../src/members/agency-codes/agency-codes.query';
import type { HeldView, JudgedBy } from '../src/members/history/registry-history.query';
import { CurrentRegistry } from '../src/members/current-registry';
import { newMember } from './act-exercises.mother';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { specNotice } from './notice.mother';
import { SpecOperatorsDesk } from './operators.mother';

const { type } = specNotice;

/** What held when, schemas and codes (A02, A35). */
describe('the registry of an instant', () => {
  let bus: SpecBus;
  let desk: SpecOperatorsDesk;
  beforeAll(async () => {
    bus = await SpecBus.start({ DIRECTORY_AGE_MS: '3600000' });
    desk = new SpecOperatorsDesk(bus);
  });
  afterAll(() => bus.stop());

  const entriesOf = (ids: readonly unknown[]): Promise<{ kind: string; log_id: string }[]> =>
    bus.rows('select kind, log_id from log_entry where id = any($1)', [ids]);

  it('answers which rights, keys and schemas held at any past instant, and by which a message was judged', async () => {
    await desk.do('register-member', newMember('archive'));
    const before = instantText(new Date());
    await desk.do('give-grant', { sender: 'tax', recipients: ['archive'], type, purpose: 'p q', legalBasis: 'l m' });
    const records = bus
      .member('tax')
      .notices([{ dossierCode: dossier(1), sequence: 1, to: [{ member: 'archive', office: 'bien-hoa' }] }]);
    await eventually(async () => {
      await bus.exchange.process(records);
      return (await entriesOf(records.map(({ headers }) => headers.ce_id))).some(({ kind }) => kind === 'accepted');
    });
    const during = instantText(new Date());
    await desk.do('withdraw-grant', { sender: 'tax', recipients: ['archive'], type });
    await desk.do('suspend-member', { member: 'archive' });
    const rowsAt = async (instant: string): Promise<HeldView[]> =>
      (await desk.get<Page<HeldView>>(`/registry/at?member=archive&instant=${encodeURIComponent(instant)}`)).body
        .items as HeldView[];
    const grants = (rows: readonly HeldView[]): unknown[] => rows.filter(({ table }) => table === 'grant_row');
    const state = (rows: readonly HeldView[]): unknown => rows.find(({ table }) => table === 'member')?.row;
    expect(grants(await rowsAt(before))).toEqual([]);
    expect(grants(await rowsAt(during))).toMatchObject([
      { row: { sender: 'tax', recipient: 'archive', purpose: 'p q' } },
    ]);
    expect(state(await rowsAt(during))).toMatchObject({ state: 'active' });
    const now = await rowsAt(instantText(new Date()));
    expect(grants(now)).toEqual([]);
    expect(state(now)).toMatchObject({ state: 'suspended' });
    expect(await rowsAt('2016-01-01T00:00:00+07:00')).toEqual([]);

    const [entry] = (await entriesOf(records.map(({ headers }) => headers.ce_id))).filter(
      ({ kind }) => kind === 'accepted',
    );
    const { body } = await desk.get<JudgedBy>(`/registry/at/${entry?.log_id ?? ''}`);
    expect(body).toMatchObject({ kind: 'accepted', type, keyId: 'tax-1' });
    expect(body.rows.map(({ table }) => table).sort()).toEqual(
      ['grant_row', 'member', 'member', 'member_key', 'message_schema'].sort(),
    );
    expect(body.rows.find(({ key }) => key === 'archive')?.row).toMatchObject({ state: 'active' });
    const proofs = await bus.rows('select 1 from log_entry where log_id = any($1)', [
      body.rows.map(({ logId }) => logId),
    ]);
    expect(proofs).toHaveLength(new Set(body.rows.map(({ logId }) => logId)).size);
    expect((await desk.get('/registry/at/019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01')).status).toBe(404);
    expect((await desk.get('/registry/at?instant=2100-01-01T00:00:00Z')).status).toBe(400);
  });

  it('names the right by which a message was judged that an instance accepted before it heard of its end', async () => {
    await desk.do('register-member', newMember('museum'));
    await desk.do('give-grant', { sender: 'tax', recipients: ['museum'], type, purpose: 'p r', legalBasis: 'l n' });
    const to = [{ member: 'museum', office: 'bien-hoa' }];
    const [first, second] = [1, 2].map((sequence) =>
      bus.member('tax').notices([{ dossierCode: dossier(2), sequence, to }]),
    );
    await eventually(async () => {
      await bus.exchange.process(first!);
      return (await entriesOf(first!.map(({ headers }) => headers.ce_id))).some(({ kind }) => kind === 'accepted');
    });
    const registry = bus.running.app.get(CurrentRegistry);
    const before = registry.now;
    await desk.do('withdraw-grant', { sender: 'tax', recipients: ['museum'], type });
    const late = jest.spyOn(registry, 'now', 'get').mockReturnValue(before);
    await bus.exchange.process(second!);
    late.mockRestore();
    const records = second!;
    const [entry] = await entriesOf(records.map(({ headers }) => headers.ce_id));
    expect(entry).toMatchObject({ kind: 'accepted' });
    const { body } = await desk.get<JudgedBy>(`/registry/at/${entry?.log_id ?? ''}`);
    const grants = body.rows.filter(({ table }) => table === 'grant_row').map(({ row }) => row);
    expect(grants).toMatchObject([{ purpose: 'p r' }]);
    expect(grants[0]).not.toHaveProperty('valid_to');
  });

  it('takes one of two revisions that two persons confirm at the same moment and that contradict each other', async () => {
    const of = 'vn.lienthong.tax.raced.v1';
    const name = { name: { type: 'string' } };
    await desk.do('register-schema', { type: of, schema: { type: 'object', properties: name } });
    const asked = await Promise.all(
      ['integer', 'string', 'boolean', 'number'].map((age) =>
        desk.ask('register-schema', {
          type: of,
          schema: { type: 'object', properties: { ...name, age: { type: age } } },
        }),
      ),
    );
    const answers = await Promise.all(asked.map(({ body }) => desk.confirm(body.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('gives the registry of an instant page by page, every row once', async () => {
    const found: string[] = [];
    for (let query = '?limit=3'; ;) {
      const { body } = await desk.get<Page<HeldView>>(`/registry/at${query}`);
      found.push(...body.items.map(({ table, key }) => `${table} ${key}`));
      if (body.next === undefined) break;
      query = `?limit=3&cursor=${body.next}`;
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(['member tax', 'member_key tax-1', 'operator bus-operator-centre']));
  });

  it('refuses a schema that breaks its version, with the JSON pointer, and takes one that adds an optional field', async () => {
    const of = 'vn.lienthong.tax.kept.v1';
    const schema = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
    const withAge = { ...schema, properties: { ...schema.properties, age: { type: 'integer' } } };
    await desk.do('register-schema', { type: of, schema });
    expect((await desk.do('register-schema', { type: of, schema: withAge })).result).toMatchObject({ revision: 2 });
    const asked = await desk.ask('register-schema', { type: of, schema: { ...withAge, required: ['name', 'age'] } });
    expect(await desk.confirm(asked.body.id)).toMatchObject({
      ...{ status: 409, body: { code: 'integration-bus.SCHEMA_BREAKS' } },
    });
    expect(JSON.stringify((await desk.confirm(asked.body.id)).body)).toContain('/properties/age');
    const nonsense = await desk.ask('register-schema', {
      type: of,
      schema: { type: 'object', properties: { a: { type: 'x' } } },
    });
    expect(await desk.confirm(nonsense.body.id)).toMatchObject({ body: { code: 'integration-bus.SCHEMA_INVALID' } });
  });

  it('finds an agency by its old and its new code, and what a merger made of them (O §2.1)', async () => {
    const codes = (old: string, group: string): object => ({
      agencyCode: [
        { code: old, validFrom: '2016-04-01', validTo: '2025-06-30', successors: [`H19.${group}`] },
        { code: `H19.${group}`, validFrom: '2025-07-01' },
      ],
    });
    await desk.do('register-member', newMember('culture', codes('000.00.81.H19', '81')));
    await desk.do('register-member', newMember('sports', codes('000.00.82.H19', '82')));
    const of = async (code: string, on: string): Promise<ResolvedCode> =>
      (await desk.get<ResolvedCode>(`/registry/agency-codes/${code}?on=${on}`)).body;
    expect(await of('000.00.81.H19', '2020-01-01')).toMatchObject({
      form: 'legacy',
      holds: true,
      found: { member: 'culture' },
    });
    expect(await of('h19.81', '2026-01-01')).toMatchObject({ form: 'qd20', holds: true, found: { member: 'culture' } });
    expect(await of('000.00.81.H19', '2026-01-01')).toMatchObject({
      holds: false,
      current: [{ code: 'H19.81', member: 'culture' }],
    });
    expect(await of('00.81.H19', '2020-01-01')).toMatchObject({
      warning: 'legacy-short',
      found: { code: '000.00.81.H19' },
    });
    expect((await desk.get('/registry/agency-codes/H19.99')).status).toBe(404);
    const taken = await desk.ask('set-agency-code', { member: 'sports', code: 'H19.81', validFrom: '2026-01-01' });
    expect(await desk.confirm(taken.body.id)).toMatchObject({ body: { code: 'integration-bus.AGENCY_CODE_TAKEN' } });
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@lienthong/testing';
import { positionOf, registerParcels, roles } from '../../tools/demo/src';
import { E2eStack } from './support/e2e-stack';
import { type Filed, LandStage } from './support/land-stage';

interface TaxView {
  readonly state: string;
  readonly clockStartedOn?: string;
  readonly notices: readonly {
    readonly number: string;
    readonly kind: string;
    readonly dueDate: string;
    readonly supersededBy?: string;
    readonly amends?: { readonly replaces: string };
    readonly rows: readonly { readonly payableItemId: string; readonly amountDong: string; readonly dueDate: string }[];
  }[];
}

/** A commune whose land office has a leader whose key is not valid any more. */
const OTHER_COMMUNE = '26041';
const services = ['intake', 'land-registry', 'tax', 'treasury', 'collecting-bank'] as const;
const soleHome = { ground: 'sole-home', otherHomes: 0, futureHomes: 0, heldSince: '2019-04-01', wholeProperty: true };
const deferral = { ground: 'fee-deferral', proof: 'papers' };
const numberOf = (parties: Filed['file']['sellers']): string => parties[0]?.personalIdentificationNumber ?? '';

describe('what goes wrong between desk, land office and tax office, over the real bus', () => {
  let e2e: E2eStack;
  let stage: LandStage;
  let elsewhere: LandStage;
  beforeAll(async () => {
    e2e = await E2eStack.prepare({ env: () => ({ TIMER_POLL_MS: '200' }) });
    expireKeyOf(`land-leader-${e2e.offices(OTHER_COMMUNE).land}`);
    for (const service of e2e.stack.services) service.start();
    await e2e.stack.ready();
    stage = new LandStage(e2e);
    elsewhere = new LandStage(e2e, OTHER_COMMUNE);
    await Promise.all([stage.open(), elsewhere.open()]);
  });
  afterAll(() => e2e?.close());

  function expireKeyOf(personId: string): void {
    const directory = join(e2e.access.home, 'directory', 'staff.json');
    const { keys } = JSON.parse(readFileSync(directory, 'utf8')) as { keys: { personId: string }[] };
    const validTo = '2026-08-01T00:00:00+07:00';
    const changed = keys.map((key) => (key.personId === personId ? { ...key, validTo } : key));
    writeFileSync(directory, JSON.stringify({ keys: changed }));
  }

  /** 1.013988: the buyer wants the note of the deferred fee removed. */
  async function removalOfNote(code: string, { buyers: owners, parcels, certificate }: Filed['file']): Promise<string> {
    const { certificate: noted } = await stage.desk<{ certificate: { registerNumber: string } }>(code);
    const release = { registerNumber: noted.registerNumber, documentDate: e2e.today, documentNumber: '12/XN-NVTC' };
    const removal = await stage.agencies.post<{ code: string }>(stage.clerk, '/land-requests', {
      ...{ procedure: '1.013988', changeKind: 'deferral-removal', owners, certificate, release },
      parcels: parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
      submitter: { name: owners[0]?.name ?? '' },
    });
    return removal.code;
  }

  it('a slip that the tax office cannot take comes back with its faults; no clock runs until the next one is right (F3)', async () => {
    const file = stage.newFile();
    await registerParcels(stage.agencies, stage.offices, [{ ...file, priceRows: [] }]);
    const rows = file.priceRows.map((row) => {
      const [parcel] = file.parcels;
      const position = parcel && positionOf(parcel);
      return { communeCode: parcel?.communeCode, purpose: parcel?.purpose, position, ...row };
    });
    await stage.agencies.post(roles.recordsKeeper(stage.offices.land), '/price-rows', { rows });
    const { code } = await stage.handedIn(file);
    await stage.signed(code, ['returned']);
    expect(await stage.tax<TaxView>(code)).not.toHaveProperty('clockStartedOn');
    const { slipFaults } = await stage.atLand(code, 'slip-returned');
    expect(slipFaults).toContainEqual(expect.objectContaining({ rule: 'R6', code: 'tax.SLIP_PRICE_TABLE_EMPTY' }));
    await stage.agencies.post(roles.priceKeeper(stage.offices.tax), '/price-rows', { rows });
    await stage.agencies.post(stage.landOfficer, `/dossiers/${code}/correct-slip`, {});
    await stage.signed(code);
    expect(await stage.tax<TaxView>(code)).toMatchObject({ state: 'assessed', clockStartedOn: e2e.today });
    expect((await stage.atLand(code, 'slip-received')).slip).toMatchObject({ submission: 2 });
  });

  it('a slip whose signer’s key has expired goes back with a code of its own, is kept, and alarms both offices (F27)', async () => {
    const { code } = await elsewhere.filed();
    await elsewhere.signed(code, ['returned']);
    expect((await elsewhere.atLand(code, 'slip-returned')).slipFaults).toMatchObject([{ rule: 'F27' }]);
    const path = `/assessments/${code}/slips`;
    const kept = await elsewhere.agencies.get<{ slips: object[] }>(elsewhere.taxOfficer, path);
    expect(kept.slips).toMatchObject([{ outcome: 'returned', faults: [{ code: 'tax.SLIP_SIGNATURE_EXPIRED' }] }]);
    for (const officer of [elsewhere.taxOfficer, elsewhere.landOfficer])
      expect(await elsewhere.task(officer, 'alarm', code)).toMatch(/\S/);
  });

  it('an amended notice comes beside the one that it names; the increase is an item of its own, and each payer is told (F6, F29)', async () => {
    const { code } = await stage.noticed();
    const before = (await stage.tax<TaxView>(code)).notices;
    expect((await stage.atLand(code, 'notices-received')).notices).toHaveLength(2);
    const contract = { ...(await stage.land(code)).slip.contract, totalDong: '1200000000' };
    await stage.agencies.post(stage.landOfficer, `/dossiers/${code}/replace-slip`, {
      reason: 'Giá ghi nhầm',
      contract,
    });
    await stage.signed(code);
    await stage.agencies.post(stage.taxOfficer, `/assessments/${code}/issue`);
    const toldOf = ['notice seller-1', 'notice buyer-1', 'amended seller-1', 'amended buyer-1'];
    await stage.toldAtLast(code, toldOf);
    const { notices } = await stage.tax<TaxView>(code);
    expect(notices).toHaveLength(4);
    for (const old of before) {
      const next = notices.find(({ amends }) => amends?.replaces === old.number);
      const kept = notices.find(({ number }) => number === old.number);
      expect(kept).toMatchObject({ dueDate: old.dueDate, rows: old.rows, supersededBy: next?.number });
      expect(next?.rows).toMatchObject([
        { payableItemId: old.rows[0]?.payableItemId },
        { amountDong: old.kind === 'personal-income-tax' ? '8000000' : '2000000' },
      ]);
    }
    const numbers = (await stage.land(code)).notices.map(({ number }) => number);
    expect(numbers.sort()).toEqual(notices.map(({ number }) => number).sort());
  });

  it('a dossier that is withdrawn after its notices ends at all offices, its payers are told once more, money is overpaid and stays (F7, F8, F30)', async () => {
    const { code } = await stage.noticed();
    const [tax, fee] = [await stage.itemOf(code, 'personal-income-tax'), await stage.itemOf(code, 'registration-fee')];
    await stage.paid(tax);
    const isBooked = async (): Promise<boolean> =>
      (await e2e.rows('tax', `select 1 from payable_item where payable_item_id = $1 and state = 'booked'`, [tax]))
        .length > 0;
    await eventually(isBooked, { timeoutMs: 30_000, describe: 'the booking of the seller’s tax' });
    await stage.agencies.post(stage.clerk, `/dossiers/${code}/withdraw`, { reason: 'Hai bên thỏa thuận hủy hợp đồng' });
    await stage.inState(code, 8);
    await stage.atLand(code, 'withdrawn');
    await stage.toldAtLast(code, ['notice seller-1', 'notice buyer-1', 'withdrawn seller-1', 'withdrawn buyer-1']);
    expect(await stage.tax(code)).toMatchObject({ state: 'withdrawn' });
    const { overpayments } = await stage.agencies.get<{ overpayments: object[] }>(
      stage.taxOfficer,
      `/assessments/${code}/overpayments`,
    );
    expect(overpayments).toMatchObject([{ payableItemId: tax, amountDong: '16000000', cause: 'notice-withdrawn' }]);
    const isClosed = async (): Promise<boolean> =>
      (
        await e2e.rows(
          'collecting-bank',
          `select 1 from payable_item where payable_item_id = $1 and closed_on is not null`,
          [fee],
        )
      ).length > 0;
    await eventually(isClosed, { timeoutMs: 30_000, describe: 'the closed item at the bank' });
    const paid = 'select state from payable_item where payable_item_id = $1';
    expect(await e2e.rows('collecting-bank', paid, [tax])).toEqual([{ state: 'paid' }]);
    const kept =
      'select 1 from booking b where not is_reversed and exists (select 1 from jsonb_array_elements(b.lines) l where l ->> $1 = $2)';
    expect(await e2e.rows('treasury', kept, ['payableItemId', tax])).toHaveLength(1);
  });

  it('who is exempt frees nobody else: the certificate waits until the other party has paid (F20)', async () => {
    const { code, file } = await stage.filed();
    await stage.signed(code);
    await stage.claimed(code, [{ ...soleHome, person: numberOf(file.sellers) }]);
    await stage.inState(code, 6);
    expect((await stage.tax<TaxView>(code)).notices.map(({ kind }) => kind)).toEqual(['registration-fee']);
    await stage.atLand(code, 'notices-received');
    expect([await stage.logged('nothing-due', code), await stage.logged('obligation-fulfilled', code)]).toEqual([0, 0]);
    await stage.paid(await stage.itemOf(code, 'registration-fee'));
    await stage.inState(code, 9);
    expect(await stage.logged('obligation-fulfilled', code)).toBe(1);
  });

  it('a deferred fee is noted on the certificate, no payment is waited for, and the note is removed once it is paid (F19, L10)', async () => {
    const { code, file } = await stage.filed();
    await stage.signed(code);
    const claims = [
      { ...soleHome, person: numberOf(file.sellers) },
      { ...deferral, person: numberOf(file.buyers) },
    ];
    await stage.claimed(code, claims);
    await stage.inState(code, 9);
    const debt = { payerNumber: numberOf(file.buyers), amountDong: '4000000' };
    expect(await stage.desk(code)).toMatchObject({ certificate: { deferredItems: [debt] } });
    expect(await stage.land(code)).toMatchObject({ status: 'concluded', deferredItems: [debt] });
    const items = 'select payable_item_id as id, state from payable_item where dossier_code = $1';
    const [item] = await e2e.rows<{ id: string; state: string }>('tax', items, [code]);
    expect(item).toMatchObject({ state: 'deferred' });
    await stage.inState(await removalOfNote(code, file), 8);
    await stage.paid(item?.id ?? '');
    const paid = `select 1 from deferred_debt where dossier_code = $1 and open = '[]'`;
    const isTold = async (): Promise<boolean> => (await e2e.rows('land-registry', paid, [code])).length > 0;
    await eventually(isTold, { timeoutMs: 30_000, describe: 'the booking of the deferred fee at the land office' });
    await stage.inState(await removalOfNote(code, file), 9);
    const lying = `select 1 from parcel where certificate ->> 'serial' = $1 and encumbrances <> '[]'`;
    expect(await e2e.rows('land-registry', lying, [file.certificate.serial])).toEqual([]);
  });

  it('one notice for two dossiers names the dossier of each row; who has paid one has its certificate, the other waits (F21)', async () => {
    const two = await Promise.all([stage.filed(), stage.filed()]);
    const codes = two.map(({ code }) => code).sort();
    for (const code of codes) await stage.signed(code);
    for (const code of codes) await stage.atLand(code, 'slip-received');
    await stage.agencies.post(stage.taxOfficer, '/joint-notices', { dossierCodes: codes });
    const [one = '', other = ''] = codes;
    for (const code of codes) {
      await stage.inState(code, 6);
      const { notices } = await stage.land(code);
      expect(notices.map(({ rows }) => rows.map(({ dossierCode }) => dossierCode))).toEqual([codes, codes]);
      await stage.toldAtLast(code, ['notice buyer-1', 'notice seller-1']);
    }
    for (const kind of ['personal-income-tax', 'registration-fee']) await stage.paid(await stage.itemOf(one, kind));
    await stage.inState(one, 9);
    expect(await stage.desk(other)).toMatchObject({ states: [2, 4, 6] });
    expect(await stage.logged('obligation-fulfilled', other)).toBe(0);
  });

  it('who has not paid is reminded before the due date; from the day after it the land office reviews the dossier (F25)', async () => {
    const { code } = await stage.noticed();
    const isDue = async (days: number): Promise<void> => {
      const sql = `update payable_item set due_date = $2::date + $3::int, told_until = $2::date - 30 where dossier_code = $1`;
      await e2e.rows('tax', sql, [code, e2e.today, days]);
      await e2e.rows('tax', `update timer set due_at = '2026-08-01' where subject = $1`, [code]);
    };
    await isDue(7);
    await stage.toldAtLast(code, ['notice buyer-1', 'notice seller-1', 'reminder buyer-1', 'reminder seller-1']);
    expect(await stage.logged('overdue-listed', code)).toBe(0);
    await isDue(-1);
    expect(await stage.task(stage.landOfficer, 'late', code)).toContain('Quá hạn nộp tiền');
    expect(await stage.logged('overdue-listed', code)).toBe(1);
    const reminders = async (): Promise<number> =>
      (await stage.told(code)).filter((told) => told.startsWith('reminder')).length;
    await eventually(async () => (await reminders()) === 4, { describe: 'the reminders of the day after' });
    expect(await stage.land(code)).toMatchObject({ status: 'notices-received' });
  });

  it('leave nothing parked', async () => {
    for (const service of services)
      expect([service, await e2e.rows(service, 'select cause from parked')]).toEqual([service, []]);
  });
});

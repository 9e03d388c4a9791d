import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dongText } from '@lienthong/kernel';
import {
  type SlipBuilding,
  TransferSlipSentV1,
  type TransferSlipSentV2,
  TransferSlipWithdrawnV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { StaffDirectory, type StaffKeyRow } from '@lienthong/service-host';
import type { ApiClient, TestStage } from '@lienthong/testing';
import { AssessTransferSlipHandler } from '../src/assessments/assess-transfer-slip.handler';
import { WithdrawTransferSlipHandler } from '../src/transfer-slips/withdraw-transfer-slip.handler';
import { openTax, signed, signedSlip } from './tax-service.mother';
import { aContract, aParcel, aPriceRow, aSlip } from './transfer-slip.mother';

const row = aPriceRow(8_000_000n);
const parcel = aParcel('100', [row]);
const { communeCode, mapSheet, parcelNumber, purpose, position } = parcel;

const slipMessage = {
  id: '019fc562-94c0-7000-8000-00000000000b',
  type: messageOf(TransferSlipSentV1).type,
  sender: 'land-registry',
  senderOffice: 'bien-hoa',
  office: 'bien-hoa',
  recipients: [],
  stream: '',
  time: '2026-08-03T09:50:00+07:00',
  epoch: 1,
  sequence: 1,
};

interface Revenue {
  readonly kind: string;
  readonly totalDong: string;
  readonly rows: readonly { readonly payer: string; readonly amountDong: string; readonly deferred?: true }[];
}
interface View {
  readonly state: string;
  readonly clockStartedOn?: string;
  readonly noticeLimitOn?: string;
  readonly revenues?: readonly Revenue[];
}

const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

const house: SlipBuilding = {
  communeCode,
  mapSheet,
  parcelNumber,
  kind: 'Nhà ở riêng lẻ',
  floorAreaSquareMetres: '150',
  qualityPercent: 80,
  priceRows: [{ from: '2026-01-01', pricePerSquareMetreDong: dongText(6_500_000n), basis: 'province' }],
};

describe('slips at the tax office', () => {
  let stage: TestStage;
  let officer: ApiClient;
  beforeAll(async () => {
    stage = await openTax();
    officer = await stage.as('tax-officer');
    const keeper = await stage.as('price-keeper');
    await keeper.post('/price-rows', { rows: [{ communeCode, purpose, position, ...row }] });
  });
  afterAll(() => stage.close());

  const named = (n: number, submission = 1): Pick<TransferSlipSentV2, 'dossierCode' | 'slipId' | 'slipNumber'> => {
    const suffix = String(n).padStart(4, '0');
    return {
      dossierCode: `H19.91.01-260803-${suffix}`,
      slipId: `019fc562-94c0-7000-800${submission}-00000000${suffix}`,
      slipNumber: `${n}.${submission}/PC`,
    };
  };
  const send = async (slip: TransferSlipSentV2, time?: string, acceptedAt = time): Promise<View> => {
    const when = { ...(time && { time }), ...(acceptedAt && { acceptedAt }) };
    await stage.handle(AssessTransferSlipHandler, { body: slip, ...when });
    return (await officer.get<View>(`/assessments/${slip.dossierCode}`)).body;
  };
  const totals = ({ revenues = [] }: View): readonly string[] => revenues.map(({ totalDong }) => totalDong);
  const faultCodes = async (dossierCode: string): Promise<readonly unknown[]> =>
    (await stage.sent('transfer-slip-returned', dossierCode)).flatMap(({ body }) =>
      (body['faults'] as { code: string }[]).map(({ code }) => code),
    );
  const alarms = async (dossierCode: string): Promise<readonly object[]> =>
    (await officer.get<{ items: { dossierCode: string }[] }>('/tasks?kind=alarm&limit=100')).body.items.filter(
      (task) => task.dossierCode === dossierCode,
    );
  const second = (n: number, replacesSlipId: string): Partial<TransferSlipSentV2> => ({
    ...named(n, 2),
    submission: 2,
    submissionKind: 'supplement',
    replacesSlipId,
    changedFields: ['contract.totalDong'],
  });

  it('takes a slip of the first version of the message as it always did (W2)', async () => {
    const slip = signed(stage, { ...messageOf(TransferSlipSentV1).example, ...named(1) });
    const handler = stage.service.running.app.get(AssessTransferSlipHandler, { strict: false });
    const received = { ...slipMessage, body: slip };
    const { app } = stage.service.running;
    await app.get(UnitOfWork, { strict: false }).perform(() => handler.handleFirstVersion(received));
    const view = (await officer.get<View>(`/assessments/${slip.dossierCode}`)).body;
    expect(totals(view)).toEqual(['16000000', '4000000']);
  });

  it('W4: compares land and house part by part with what the slip says of both', async () => {
    const contract = aContract(1_500_000_000n, {
      landDong: dongText(900_000_000n),
      buildingDong: dongText(600_000_000n),
    });
    const view = await send(signedSlip(stage, { ...named(2), contract, buildings: [house] }));
    expect(totals(view)).toEqual(['33600000', '8400000']);
  });

  it('W9: taxes a gift to a stranger at the receiver, by the table', async () => {
    const view = await send(signedSlip(stage, { ...named(3), changeKind: 'gift' }));
    expect(totals(view)).toEqual(['78000000', '4000000']);
    expect(view.revenues?.[0]?.rows).toMatchObject([{ payer: 'buyer' }]);
  });

  it('W9: an inheritance from a stranger has no contract', async () => {
    const { contract: _none, ...slip } = aSlip({ ...named(4), changeKind: 'inheritance' });
    expect(totals(await send(signed(stage, slip)))).toEqual(['78000000', '4000000']);
  });

  it('W8, L10: claims of each person and wishes to defer reach the charges', async () => {
    const [seller, buyer] = [aSlip().sellers[0]!, aSlip().buyers[0]!].map(
      (person) => person.personalIdentificationNumber!,
    );
    const kin = {
      ground: 'close-kin' as const,
      person: seller!,
      relative: buyer!,
      relation: 'sibling-by-blood',
      proof: 'database' as const,
    };
    const deferrals = [
      { revenue: 'registration-fee' as const, person: buyer!, basis: 'hộ nghèo', proof: 'papers' as const },
    ];
    const claims = [{ revenue: 'personal-income-tax' as const, ...kin }];
    const view = await send(signedSlip(stage, { ...named(5), claims, deferrals, contract: aContract(800_000_000n) }));
    expect(totals(view)).toEqual(['0', '4000000']);
    expect(view.revenues?.[1]?.rows).toMatchObject([{ deferred: true }]);
  });

  it('R2, R7, R8: returns what does not hold together, each fault under its own code', async () => {
    const { personalIdentificationNumber: _none, ...nameless } = aSlip().buyers[0]!;
    const purposes = [{ purpose, areaSquareMetres: '60' }];
    const slip = {
      ...named(6),
      buyers: [nameless],
      parcels: [{ ...parcel, purposes }],
      contract: aContract(1n, { includesBuilding: true }),
      claims: [{ revenue: 'personal-income-tax' as const, ground: 'sole-home' as const, person: '079000000009' }],
    };
    await send(signedSlip(stage, slip));
    expect(await faultCodes(named(6).dossierCode)).toEqual([
      'tax.SLIP_AREAS_DIFFER',
      'tax.SLIP_PERSON_UNIDENTIFIED',
      'tax.SLIP_BUILDING_MISSING',
      'tax.SLIP_CLAIM_OF_STRANGER',
      'tax.CLAIM_INCOMPLETE',
    ]);
  });

  it('F3: a slip that goes back starts no clock; the next one does', async () => {
    const wrong = signedSlip(stage, { ...named(7), taxOfficeCode: '9000025' });
    const back = await send(wrong);
    expect(back).toMatchObject({ state: 'returned' });
    expect(back).not.toHaveProperty('clockStartedOn');
    const right = await send(signedSlip(stage, { ...second(7, wrong.slipId) }), '2026-08-05T10:00:00+07:00');
    expect(right).toMatchObject({ state: 'assessed', clockStartedOn: '2026-08-05', noticeLimitOn: '2026-08-10' });
  });

  it('F24: a slip of late in the evening that comes after midnight or days later counts from its own day', async () => {
    const late = signedSlip(stage, named(40));
    const view = await send(late, '2026-08-03T23:58:00+07:00', '2026-08-06T00:03:00+07:00');
    expect(view).toMatchObject({ state: 'assessed', clockStartedOn: '2026-08-03', noticeLimitOn: '2026-08-06' });
    const ahead = signedSlip(stage, named(41));
    const early = await send(ahead, '2026-08-04T00:05:00+07:00', '2026-08-03T23:58:00+07:00');
    expect(early).toMatchObject({ clockStartedOn: '2026-08-03' });
  });

  it('F4: asks for completion by a day; both waits are seen, and the tax clock begins anew in full', async () => {
    const first = signedSlip(stage, named(8));
    expect(await send(first)).toMatchObject({ noticeLimitOn: '2026-08-06' });
    const path = `/assessments/${first.dossierCode}/completion-requests`;
    const faults = [{ rule: 'R2', text: 'Diện tích không đúng' }];
    const stranger = await stage.as('tax-officer', 'long-thanh');
    expect(await stranger.post(path, { faults }, key())).toMatchObject({
      status: 403,
      body: { code: 'access.OTHER_OFFICE' },
    });
    expect((await officer.post(path, { faults: [] }, key())).status).toBe(400);
    const asked = await officer.post(path, { faults }, key());
    expect(asked).toMatchObject({ status: 201, body: { answerBy: '2026-08-10', slipId: first.slipId } });
    expect(await stage.sent('slip-completion-requested', first.dossierCode)).toMatchObject([
      { recipients: 'land-registry/bien-hoa', body: { faults, requestNumber: '00001/2026/CCTT-BIEN-HOA' } },
    ]);
    const again = await officer.post(path, { faults }, key());
    expect(again).toMatchObject({ status: 409, body: { code: 'tax.COMPLETION_NOT_POSSIBLE' } });
    expect((await officer.get<View>(`/assessments/${first.dossierCode}`)).body.state).toBe('returned');

    const answer = signedSlip(stage, { ...second(8, first.slipId), contract: aContract(1_200_000_000n) });
    const view = await send(answer, '2026-08-07T10:00:00+07:00');
    expect(view).toMatchObject({ state: 'assessed', clockStartedOn: '2026-08-07', noticeLimitOn: '2026-08-12' });
    const { body } = await officer.get<{ slips: object[] }>(`/assessments/${first.dossierCode}/slips`);
    expect(body.slips).toMatchObject([
      {
        submission: 1,
        outcome: 'received',
        completion: { askBy: '2026-08-10', answerBy: '2026-08-10', answeredBy: answer.slipId },
      },
      { submission: 2, replacesSlipId: first.slipId, changedFields: ['contract.totalDong'] },
    ]);
  });

  it('F5: a slip that replaces another one names it, else it goes back', async () => {
    const first = signedSlip(stage, named(9));
    await send(first);
    const unnamed = signedSlip(stage, { ...second(9, named(99).slipId), submissionKind: 'replacement' });
    await send(unnamed);
    expect(await faultCodes(first.dossierCode)).toEqual(['tax.SLIP_REPLACES_ANOTHER']);
    const third = {
      ...named(9, 3),
      submission: 3,
      submissionKind: 'replacement' as const,
      replacesSlipId: unnamed.slipId,
    };
    const view = await send(signedSlip(stage, { ...third, contract: aContract(1_200_000_000n) }));
    expect(totals(view)).toEqual(['24000000', '6000000']);
  });

  it('M15: a withdrawn slip takes its assessment off the desk and is kept; it comes from its own office only', async () => {
    const slip = signedSlip(stage, named(10));
    await send(slip);
    const body = { ...messageOf(TransferSlipWithdrawnV1).example, ...named(10) };
    const strange = stage.handle(WithdrawTransferSlipHandler, { body, senderOffice: 'long-thanh' });
    await expect(strange).rejects.toThrow('tax.SLIP_OF_ANOTHER_OFFICE');
    await stage.handle(WithdrawTransferSlipHandler, { body });
    await stage.handle(WithdrawTransferSlipHandler, { body });
    const view = (await officer.get(`/assessments/${slip.dossierCode}`)).body;
    expect(view).toMatchObject({ state: 'returned', faults: [{ rule: 'M15', text: body.reason }] });
    const { body: versions } = await officer.get<{ slips: object[] }>(`/assessments/${slip.dossierCode}/slips`);
    expect(versions.slips).toEqual([
      expect.objectContaining({ outcome: 'received', withdrawnAt: expect.any(String) as string }),
    ]);
    const unknown = stage.handle(WithdrawTransferSlipHandler, { body: { ...body, slipId: named(98).slipId } });
    await expect(unknown).rejects.toThrow('tax.SLIP_UNKNOWN');
  });

  it('M15, M23: the notices of a withdrawn slip are withdrawn with it, by the message that took it back', async () => {
    const slip = signedSlip(stage, named(15));
    await send(slip);
    expect((await officer.post(`/assessments/${slip.dossierCode}/issue`)).status).toBe(200);
    const body = { ...messageOf(TransferSlipWithdrawnV1).example, ...named(15) };
    await stage.handle(WithdrawTransferSlipHandler, { id: MESSAGE, body });
    const view = (await officer.get(`/assessments/${slip.dossierCode}`)).body;
    expect(view).toMatchObject({
      state: 'withdrawn',
      notices: [{ withdrawal: { reason: body.reason } }, { withdrawal: { document: body.slipNumber } }],
    });
    expect(await stage.sent('payment-notices-withdrawn', slip.dossierCode)).toMatchObject([
      { causationId: MESSAGE, recipients: 'intake/bien-hoa,land-registry/bien-hoa' },
    ]);
  });

  it('F27: a key that has expired, one whose change was announced too late or a signer who is no leader has a code of its own; the slip is kept, the office alarmed', async () => {
    const directory = join(stage.service.home.folder, 'directory', 'staff.json');
    const before = readFileSync(directory, 'utf8');
    const { keys } = JSON.parse(before) as { keys: StaffKeyRow[] };
    const write = (change: Partial<StaffKeyRow>): void => {
      const changed = keys.map((key) => (key.personId === 'land-leader-bien-hoa' ? { ...key, ...change } : key));
      writeFileSync(directory, JSON.stringify({ keys: changed }));
    };
    // A key that is not there makes the service look at the directory at once.
    const lookAgain = (): unknown =>
      stage.service.running.app.get(StaffDirectory, { strict: false }).find('land-registry', 'none');
    const cases = [
      ['tax.SLIP_SIGNATURE_EXPIRED', 11, { validTo: '2026-08-01T00:00:00+07:00' }],
      ['tax.SLIP_SIGNER_NOT_LEADER', 12, { roles: ['land-officer'] }],
      ['tax.SLIP_SIGNER_OF_ANOTHER_OFFICE', 13, { office: 'long-thanh' }],
      ['tax.SLIP_SIGNATURE_CHANGED_EARLY', 16, { announcedAt: '2026-07-20T09:00:00+07:00' }],
    ] as const;
    try {
      for (const [code, n, change] of cases) {
        // The signing time is what the signer says; the key has to hold on the day of receipt too.
        const { signature, ...content } = signedSlip(stage, named(n));
        const slip = { ...content, signature: { ...signature, signedAt: '2026-07-01T09:00:00+07:00' } };
        write(change);
        lookAgain();
        await send(slip);
        expect(await faultCodes(slip.dossierCode)).toEqual([code]);
        expect(await alarms(slip.dossierCode)).toHaveLength(1);
        write({});
      }
    } finally {
      writeFileSync(directory, before);
      lookAgain();
    }
    const forged = { ...signedSlip(stage, named(14)), contract: aContract(1n) };
    await send(forged);
    expect(await faultCodes(forged.dossierCode)).toEqual(['tax.SLIP_SIGNATURE_INVALID']);
    const { body } = await officer.get<{ slips: object[] }>(`/assessments/${forged.dossierCode}/slips`);
    expect(body.slips).toMatchObject([{ outcome: 'returned', faults: [{ rule: 'F27' }] }]);
  });
});

import {
  DossierForwardedV1,
  PaymentNoticesIssuedV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
} from '@lienthong/contracts';
import type { Problem } from '@lienthong/service-host';
import type { ApiClient, TestService } from '@lienthong/testing';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { TransferSlipReturnedHandler } from '../src/slips/transfer-slip-returned.handler';
import { issued, slipReceipt, slipReturn } from './land-dossier.mother';
import { deliver, dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';

interface WorkPage {
  readonly items: readonly {
    readonly key: string;
    readonly step: string;
    readonly dueAt?: string;
    readonly etag: string;
  }[];
}

interface FoundPage {
  readonly items: readonly { readonly key: string; readonly matched: readonly string[] }[];
}

interface HistoryPage {
  readonly items: readonly {
    readonly state: string;
    readonly by: string;
    readonly at: string;
    readonly messageId: string;
    readonly reason?: string;
    readonly rules: readonly string[];
  }[];
}

describe('the desks of the land office', () => {
  let service: TestService;
  let officer: ApiClient;
  let leader: ApiClient;
  beforeAll(async () => {
    service = await startLandRegistry();
    [officer, leader] = [await service.as('land-officer'), await service.as('land-leader')];
  });
  afterAll(() => service.stop());

  /** A dossier whose slip waits for the leader; returns the message that brought it. */
  const arrive = async (number: number): Promise<readonly [dossierCode: string, cause: string]> => {
    const dossier = dossierNumber(number);
    const { parcels, rows } = recordsOf(dossier);
    const keeper = await service.as('land-records-keeper');
    await keeper.post('/parcels', { parcels });
    await keeper.post('/price-rows', { rows });
    const cause = await deliver(service, DossierForwardedHandler, {
      of: DossierForwardedV1,
      body: dossier,
      sender: 'intake',
    });
    return [dossier.dossierCode, cause];
  };
  const waiting = async (step: string): Promise<WorkPage['items']> =>
    (await leader.get<WorkPage>(`/work-list?step=${step}`)).body.items;

  it('show when the open step has to be done, as the clock of the procedure says', async () => {
    const [dossierCode] = await arrive(1);
    const [item] = (await waiting('sign-slip')).filter(({ key }) => key === dossierCode);
    expect(item).toMatchObject({
      step: 'sign-slip',
      dueAt: expect.stringMatching(/^2026-08-\d\dT17:00:00\.000\+07:00$/),
    });
  });

  it('let a leader sign what was looked at, once, and say why; both waits are seen when the slip comes back (F4)', async () => {
    const [dossierCode, cause] = await arrive(2);
    const etag = (await waiting('sign-slip')).find(({ key }) => key === dossierCode)?.etag ?? '';
    const sign = (headers: Record<string, string>) =>
      leader.call<Problem>(`/dossiers/${dossierCode}/sign-slip`, {
        method: 'POST',
        body: { reason: 'Đã đối chiếu' },
        headers,
      });
    expect((await sign({})).body.code).toBe('desk.VERSION_MISSING');
    expect((await sign({ 'if-match': etag })).status).toBe(200);
    expect(await sign({ 'if-match': etag })).toMatchObject({ status: 412, body: { code: 'desk.CHANGED_MEANWHILE' } });

    const { slip } = (await officer.get<{ slip: { slipId: string; slipNumber: string } }>(`/dossiers/${dossierCode}`))
      .body;
    const about = { dossierCode, slipId: slip.slipId, slipNumber: slip.slipNumber };
    const tax = { sender: 'tax' };
    const receipt = { of: TransferSlipReceivedV1, body: { ...slipReceipt, ...about }, ...tax };
    await deliver(service, TransferSlipReceivedHandler, receipt);
    const returned = { of: TransferSlipReturnedV1, body: { ...slipReturn, ...about }, ...tax };
    const second = await deliver(service, TransferSlipReturnedHandler, returned);
    expect((await waiting('correct-slip')).map(({ key }) => key)).toContain(dossierCode);

    const { items } = (await officer.get<HistoryPage>(`/history/${dossierCode}`)).body;
    expect(items.map(({ state, by, messageId }) => [state, by, messageId])).toEqual([
      ['received', 'intake/bien-hoa', cause],
      ['slip-drafted', 'automatic', cause],
      ['slip-sent', 'land-leader-bien-hoa', cause],
      ['slip-received', 'tax/bien-hoa', expect.any(String)],
      ['slip-returned', 'tax/bien-hoa', second],
    ]);
    expect(items[2]).toMatchObject({ reason: 'Đã đối chiếu', rules: ['1.013831/v1', 'regime C'] });
  });

  it('find a dossier by the number of a notice, and by what its slip alone says of a person', async () => {
    const [dossierCode] = await arrive(4);
    const keys = async (by: string, value: string): Promise<string[]> =>
      (await officer.post<FoundPage>('/search', { by, value })).body.items.map(({ key }) => key);
    const [buyer] = dossierNumber(4).buyers;
    const buyers = [{ ...buyer, taxCode: '3600000014' }];
    const changed = await officer.put(`/dossiers/${dossierCode}/slip`, { buyers });
    expect(changed.status).toBe(200);
    expect(await keys('person', '3600000014')).toEqual([dossierCode]);

    expect((await leader.post(`/dossiers/${dossierCode}/sign-slip`)).status).toBe(200);
    const { slip } = (await officer.get<{ slip: { slipId: string; slipNumber: string } }>(`/dossiers/${dossierCode}`))
      .body;
    const about = { dossierCode, slipId: slip.slipId, slipNumber: slip.slipNumber };
    const received = { of: TransferSlipReceivedV1, body: { ...slipReceipt, ...about }, sender: 'tax' };
    await deliver(service, TransferSlipReceivedHandler, received);
    const notices = { of: PaymentNoticesIssuedV1, body: { ...issued, ...about }, sender: 'tax' };
    await deliver(service, PaymentNoticesIssuedHandler, notices);
    expect(await keys('notice', issued.notices[0]?.number ?? '')).toEqual([dossierCode]);
  });

  it('tell who entered a parcel, who forbade its changes by which order, and which dossier held it (R5)', async () => {
    const [dossierCode] = await arrive(5);
    const [parcel] = dossierNumber(5).parcels;
    const { communeCode, mapSheet, parcelNumber } = parcel!;
    const place = { communeCode, mapSheet, parcelNumber };
    const keeper = await service.as('land-records-keeper');
    const order = { kind: 'court-order', issuedBy: 'Tòa án nhân dân', issuedOn: '2026-08-01', documentNumber: '7/QĐ' };
    const entered = await keeper.post('/block-orders', { ...place, ...order }, { 'idempotency-key': 'order-of-five' });
    expect(entered.status).toBe(201);
    const subject = encodeURIComponent(Object.values(place).join('|'));
    const { items } = (await officer.get<HistoryPage>(`/history/${subject}`)).body;
    expect(items).toMatchObject([
      { state: 'free', by: 'land-records-keeper-bien-hoa' },
      { state: 'held', fields: ['heldBy'], by: expect.any(String) as string },
      { state: 'blocked', fields: ['blockOrders'], rules: ['R5 court-order 7/QĐ'], by: 'land-records-keeper-bien-hoa' },
    ]);
    const { purpose, position } = parcel!;
    const priced = encodeURIComponent([communeCode, purpose, position].join('|'));
    expect((await officer.get<HistoryPage>(`/history/${priced}`)).body.items[0]).toMatchObject({
      state: 'entered',
      by: 'land-records-keeper-bien-hoa',
    });
    expect(dossierCode).toMatch(/0005$/);
  });

  it('find a dossier by person, name, parcel and receipt number, and show no more of persons than a list may', async () => {
    const [dossierCode] = await arrive(3);
    const dossier = dossierNumber(3);
    const { receiptNumber } = (await officer.get<{ receiptNumber: string }>(`/dossiers/${dossierCode}`)).body;
    const [seller] = dossier.sellers;
    const [parcel] = dossier.parcels;
    const place = `${parcel?.communeCode}|${parcel?.mapSheet}|${parcel?.parcelNumber}`;
    const find = async (by: string, value: string): Promise<FoundPage['items']> =>
      (await officer.post<FoundPage>('/search', { by, value })).body.items;
    expect((await find('parcel', place)).map(({ key }) => key)).toEqual([dossierCode]);
    expect((await find('receipt', receiptNumber)).map(({ key }) => key)).toEqual([dossierCode]);
    for (const [by, value] of [
      ['person', seller?.personalIdentificationNumber ?? ''],
      ['name', seller?.name ?? ''],
    ] as const) {
      const found = (await find(by, value)).find(({ key }) => key === dossierCode);
      expect(found).toBeDefined();
      expect(JSON.stringify(found)).not.toContain(value);
    }
  });
});

import {
  DossierForwardedV1,
  LateInterestChargedV1,
  NothingDueV1,
  ObligationFulfilledV1,
  OverdueListedV1,
  OverpaymentRecordedV1,
  PaymentNoticesIssuedV1,
  PaymentNoticesWithdrawnV1,
  TransferSlipReceivedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { NothingDueHandler } from '../src/certificates/nothing-due.handler';
import { ObligationFulfilledHandler } from '../src/certificates/obligation-fulfilled.handler';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { LateInterestChargedHandler } from '../src/notices/late-interest-charged.handler';
import { OverdueListedHandler } from '../src/notices/overdue-listed.handler';
import { OverpaymentRecordedHandler } from '../src/notices/overpayment-recorded.handler';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import { PaymentNoticesWithdrawnHandler } from '../src/notices/payment-notices-withdrawn.handler';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { fulfilled, issued, slipReceipt } from './land-dossier.mother';
import { deliver, dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';

describe('words of the tax office beside notices and fulfilment, at the land office', () => {
  let service: TestService;
  let officer: ApiClient;
  beforeAll(async () => {
    service = await startLandRegistry();
    officer = await service.as('land-officer');
  });
  afterAll(() => service.stop());

  const query = <R>(sql: string, values: readonly unknown[]): Promise<R[]> =>
    withClient(service.database.appUrl, async (client) => (await client.query(sql, [...values])).rows as R[]);
  const sent = (code: string, name: string): Promise<{ body: Record<string, unknown> }[]> =>
    query(
      `select convert_from(payload, 'utf8')::jsonb as body from outbox where subject = $1 and type like '%.' || $2 || '.v1' order by seq`,
      [code, name],
    );

  /** Brings a clean dossier to the point where the tax office has received its slip. */
  async function atTax(number: number): Promise<{ dossierCode: string; slipId: string; slipNumber: string }> {
    const dossier = dossierNumber(number);
    const { dossierCode } = dossier;
    const keeper = await service.as('land-records-keeper');
    const { parcels, rows } = recordsOf(dossier);
    await keeper.post('/parcels', { parcels });
    await keeper.post('/price-rows', { rows });
    await deliver(service, DossierForwardedHandler, { of: DossierForwardedV1, body: dossier, sender: 'intake' });
    await (await service.as('land-leader')).post(`/dossiers/${dossierCode}/sign-slip`);
    const { body } = await officer.get<{ slip: { slipId: string; slipNumber: string } }>(`/dossiers/${dossierCode}`);
    const { slipId, slipNumber } = body.slip;
    const receipt = { ...slipReceipt, dossierCode, slipId, slipNumber };
    await deliver(service, TransferSlipReceivedHandler, { of: TransferSlipReceivedV1, body: receipt, sender: 'tax' });
    return { dossierCode, slipId, slipNumber };
  }

  async function noticed(number: number): Promise<{ dossierCode: string; slipId: string; slipNumber: string }> {
    const slip = await atTax(number);
    const body = { ...issued, ...slip };
    await deliver(service, PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body, sender: 'tax' });
    return slip;
  }

  it('M21, F20: nothing due releases the certificate without any notice', async () => {
    const slip = await atTax(301);
    const body = { ...messageOf(NothingDueV1).example, ...slip };
    await deliver(service, NothingDueHandler, { of: NothingDueV1, body, sender: 'tax' });
    expect((await officer.get(`/dossiers/${slip.dossierCode}`)).body).toMatchObject({
      status: 'concluded',
      notices: [],
    });
    expect(await sent(slip.dossierCode, 'tax-results-available')).toEqual([]);
  });

  it('M22, F29: an amended notice comes beside the first; the desk is told what it replaces and what is due by which date', async () => {
    const slip = await noticed(302);
    const [first] = issued.notices;
    const [row] = first!.rows;
    const amends = { replaces: first!.number, document: slip.slipNumber, change: 'raised', differenceDong: '8000000' };
    const rows = [
      { ...row, dueDate: first!.dueDate },
      { ...row, payableItemId: '00000000000200001', amountDong: '8000000' },
      { ...row, payableItemId: '00000000000200002', deferred: true },
    ];
    const notice = { ...first!, number: 'TB2600044-TK0000099/TB-TCS', dueDate: '2026-10-05', amends, rows };
    const body = { ...issued, ...slip, notices: [notice] } as unknown as PaymentNoticesIssuedV1;
    await deliver(service, PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body, sender: 'tax' });
    const { notices } = (await officer.get<{ notices: unknown[] }>(`/dossiers/${slip.dossierCode}`)).body;
    expect(notices).toHaveLength(3);
    const told = await sent(slip.dossierCode, 'tax-results-available');
    expect(told[1]?.body).toMatchObject({
      results: [
        { amountDong: first!.rows[0]!.amountDong, dueDate: first!.dueDate, replaces: first!.number },
        { amountDong: '8000000', dueDate: '2026-10-05', replaces: first!.number },
      ],
    });
  });

  it('F10, F18, F25, M23: what is overpaid, late, overdue or withdrawn is kept with the dossier and holds nothing up', async () => {
    const { dossierCode } = await noticed(303);
    const words = [
      [OverpaymentRecordedHandler, OverpaymentRecordedV1],
      [LateInterestChargedHandler, LateInterestChargedV1],
      [OverdueListedHandler, OverdueListedV1],
      [PaymentNoticesWithdrawnHandler, PaymentNoticesWithdrawnV1],
    ] as const;
    for (const [handler, of] of words) {
      const { example } = messageOf<object>(of);
      const body = { ...example, dossierCode, noticeNumbers: issued.notices.map(({ number }) => number) };
      await deliver(service, handler as never, { of: of as never, body: body as never, sender: 'tax' });
    }
    const kinds = await query<{ kind: string }>('select kind from tax_note where dossier_code = $1 order by kind', [
      dossierCode,
    ]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['late-interest', 'notices-withdrawn', 'overdue', 'overpaid']);
    expect((await officer.get('/tasks?kind=late')).body).toMatchObject({ items: [{ dossierCode }] });
    const body = { ...fulfilled, dossierCode };
    await deliver(service, ObligationFulfilledHandler, { of: ObligationFulfilledV1, body, sender: 'tax' });
    expect((await officer.get(`/dossiers/${dossierCode}`)).body).toMatchObject({ status: 'concluded' });
  });

  it('F25, M24: an overdue dossier is reviewed once, with a reason, and the tax office is told what was found', async () => {
    const { dossierCode } = await noticed(305);
    const review = (finding: string) =>
      officer.post(`/dossiers/${dossierCode}/overdue-review`, { finding, reason: 'Diện tích trên phiếu sai' });
    expect(await review('data-wrong')).toMatchObject({ body: { code: 'land-registry.NO_OVERDUE_LIST' } });
    const body = { ...messageOf(OverdueListedV1).example, dossierCode };
    const messageId = await deliver(service, OverdueListedHandler, { of: OverdueListedV1, body, sender: 'tax' });
    expect((await review('forgotten')).status).toBe(400);
    expect(await review('data-wrong')).toMatchObject({
      status: 200,
      body: { messageId, review: { finding: 'data-wrong' } },
    });
    const [told] = await query<{ recipients: string; body: object }>(
      `select recipients, convert_from(payload, 'UTF8')::jsonb as body from outbox where subject = $1 and type like '%overdue-reviewed.v1'`,
      [dossierCode],
    );
    expect(told).toMatchObject({ recipients: 'tax/bien-hoa', body: { dossierCode, messageId, finding: 'data-wrong' } });
    expect(await review('still-owed')).toMatchObject({ body: { code: 'land-registry.OVERDUE_REVIEWED' } });
  });

  it('M23: withdraws no notice that never came, and hears it from no other tax office', async () => {
    const { dossierCode } = await noticed(304);
    const body = { ...messageOf(PaymentNoticesWithdrawnV1).example, dossierCode, noticeNumbers: ['unknown'] };
    const word = { of: PaymentNoticesWithdrawnV1, body, sender: 'tax' };
    await expect(deliver(service, PaymentNoticesWithdrawnHandler, word)).rejects.toThrow(
      'land-registry.NOTICE_UNKNOWN',
    );
  });
});

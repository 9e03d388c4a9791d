import {
  DossierForwardedV1,
  ObligationFulfilledV1,
  PaymentNoticesIssuedV1,
  ResultHandedOverV1,
  RevenueBookedCopyV1,
  slipBytes,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  type TransferSlipSentV2,
} from '@lienthong/contracts';
import { messageOf, parseCanonical, verifyBytes } from '@lienthong/envelope';
import { StaffDirectory } from '@lienthong/service-host';
import { type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { ObligationFulfilledHandler } from '../src/certificates/obligation-fulfilled.handler';
import { ResultHandedOverHandler } from '../src/certificates/result-handed-over.handler';
import { RevenueBookedCopyHandler } from '../src/certificates/revenue-booked-copy.handler';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { TransferSlipReturnedHandler } from '../src/slips/transfer-slip-returned.handler';
import { fulfilled, issued, slipReceipt, slipReturn } from './land-dossier.mother';
import { deliver, dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';

interface View {
  readonly status: string;
  readonly slip: { readonly slipId: string; readonly slipNumber: string };
}

describe('the land registration office', () => {
  let service: TestService;
  let keeper: ApiClient;
  let officer: ApiClient;
  let leader: ApiClient;
  beforeAll(async () => {
    service = await startLandRegistry();
    keeper = await service.as('land-records-keeper');
    officer = await service.as('land-officer');
    leader = await service.as('land-leader');
  });
  afterAll(() => service.stop());

  const query = <R>(sql: string, values: readonly unknown[] = []): Promise<R[]> =>
    withClient(service.database.appUrl, async (client) => (await client.query(sql, [...values])).rows as R[]);
  const sentAbout = async (code: string): Promise<string[]> =>
    (await query<{ type: string }>('select type from outbox where subject = $1 order by seq', [code])).map(({ type }) =>
      type.replace('vn.lienthong.land-registry.', ''),
    );
  const enter = async (dossier: DossierForwardedV1): Promise<void> => {
    const { parcels, rows } = recordsOf(dossier);
    expect((await keeper.post('/parcels', { parcels })).status).toBe(200);
    expect((await keeper.post('/price-rows', { rows })).status).toBe(200);
  };
  const forward = (body: DossierForwardedV1): Promise<string> =>
    deliver(service, DossierForwardedHandler, { of: DossierForwardedV1, body, sender: 'intake' });
  const view = async (code: string): Promise<View> => (await officer.get<View>(`/dossiers/${code}`)).body;

  /** Brings a clean dossier to the point where the tax office has its slip. */
  const toTax = async (dossier: DossierForwardedV1): Promise<{ slipId: string; slipNumber: string }> => {
    const { dossierCode } = dossier;
    await enter(dossier);
    await forward(dossier);
    expect((await leader.post(`/dossiers/${dossierCode}/sign-slip`)).status).toBe(200);
    const { slipId, slipNumber } = (await view(dossierCode)).slip;
    const body = { ...slipReceipt, dossierCode, slipId, slipNumber };
    await deliver(service, TransferSlipReceivedHandler, { of: TransferSlipReceivedV1, body, sender: 'tax' });
    return { slipId, slipNumber };
  };

  it('enters records once: the same again is known, other values are refused and nothing is overwritten', async () => {
    const { parcels, rows } = recordsOf(dossierNumber(1));
    expect((await keeper.post('/parcels', { parcels })).body).toEqual({ registered: 1, known: 0 });
    expect((await keeper.post('/parcels', { parcels })).body).toEqual({ registered: 0, known: 1 });
    expect((await keeper.post('/price-rows', { rows })).body).toEqual({ registered: 1, known: 0 });
    expect((await keeper.post('/price-rows', { rows })).body).toEqual({ registered: 0, known: 1 });
    const larger = parcels.map((parcel) => ({ ...parcel, areaSquareMetres: '120' }));
    const dearer = rows.map((row) => ({ ...row, pricePerSquareMetreDong: '9000000' }));
    const refused = { status: 409, body: { code: 'land-registry.RECORD_DIFFERS' } };
    expect(await keeper.post('/parcels', { parcels: larger })).toMatchObject(refused);
    expect(await keeper.post('/price-rows', { rows: dearer })).toMatchObject(refused);
    expect(await query('select area_square_metres as area from parcel')).toEqual([{ area: '100.00' }]);
  });

  it('lets a keeper enter records of the own office only', async () => {
    const { parcels } = recordsOf(dossierNumber(2));
    const other = await service.as('land-records-keeper', 'long-thanh');
    const answer = await other.post('/parcels', { parcels });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
  });

  it('checks a clean dossier by itself, holds the parcel, and sends the slip when the leader signs it', async () => {
    const dossier = dossierNumber(3);
    const { dossierCode } = dossier;
    await enter(dossier);
    const cause = await forward(dossier);
    expect(await sentAbout(dossierCode)).toEqual(['dossier-received.v1', 'progress-changed.v1']);
    expect(await query('select held_by from parcel where parcel_number = $1', ['0003'])).toEqual([
      { held_by: dossierCode },
    ]);
    expect((await leader.get('/work-list?step=sign-slip')).body).toMatchObject({
      items: [{ key: dossierCode, dossierCode }],
    });

    const monitor = await service.as('monitor');
    expect(await monitor.post(`/dossiers/${dossierCode}/sign-slip`)).toMatchObject({
      status: 403,
      body: { code: 'access.ROLE_NOT_ALLOWED' },
    });
    const other = await service.as('land-leader', 'long-thanh');
    expect(await other.post(`/dossiers/${dossierCode}/sign-slip`)).toMatchObject({
      status: 403,
      body: { code: 'access.OTHER_OFFICE' },
    });
    expect((await leader.post(`/dossiers/${dossierCode}/sign-slip`)).body).toMatchObject({ status: 'slip-sent' });
    const again = await leader.post(`/dossiers/${dossierCode}/sign-slip`);
    expect(again).toMatchObject({ status: 409, body: { code: 'land-registry.STEP_NOT_ALLOWED' } });

    const [sent] = await query<{ payload: Buffer; recipients: string; causation_id: string }>(
      `select payload, recipients, causation_id from outbox where subject = $1 and type like '%transfer-slip-sent%'`,
      [dossierCode],
    );
    expect(sent).toMatchObject({ recipients: 'tax/bien-hoa', causation_id: cause });
    const { signature, ...slip } = parseCanonical(sent!.payload) as TransferSlipSentV2;
    const staff = service.running.app.get(StaffDirectory).find('land-registry', signature.kid);
    expect(staff).toMatchObject({ personId: 'land-leader-bien-hoa', name: signature.signerName });
    expect(verifyBytes(staff!.key, slipBytes(slip), signature.value)).toBe(true);
  });

  it('rejects the later of two dossiers on one parcel in writing, and the first keeps the parcel', async () => {
    const first = dossierNumber(4);
    const later = { ...first, dossierCode: 'H19.91.01-260803-1004' };
    await enter(first);
    await forward(first);
    await forward(later);
    expect(await sentAbout(later.dossierCode)).toEqual(['dossier-received.v1', 'processing-concluded.v1']);
    const { body } = await officer.get(`/dossiers/${later.dossierCode}`);
    expect(body).toMatchObject({
      status: 'rejected',
      documentNumber: expect.stringMatching(/^\d{5}\/2026\/TB-BIEN-HOA$/),
      reason: expect.stringContaining(first.dossierCode),
    });
    expect(await query('select held_by from parcel where parcel_number = $1', ['0004'])).toEqual([
      { held_by: first.dossierCode },
    ]);
  });

  it('rejects a dossier whose parcel it does not know', async () => {
    const unknown = dossierNumber(5);
    await forward(unknown);
    expect(await view(unknown.dossierCode)).toMatchObject({ status: 'rejected' });
  });

  it('releases the certificate on the tax office’s word only, moves the ownership and frees the parcel', async () => {
    const dossier = dossierNumber(6);
    const { dossierCode, buyers } = dossier;
    const slip = await toTax(dossier);
    const notices = { ...issued, dossierCode, ...slip };
    await deliver(service, PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body: notices, sender: 'tax' });
    const copy = messageOf(RevenueBookedCopyV1).example;
    await deliver(service, RevenueBookedCopyHandler, { of: RevenueBookedCopyV1, body: copy, sender: 'treasury' });
    expect(await view(dossierCode)).toMatchObject({ status: 'notices-received' });

    const body = { ...fulfilled, dossierCode };
    await deliver(service, ObligationFulfilledHandler, { of: ObligationFulfilledV1, body, sender: 'tax' });
    expect((await officer.get(`/dossiers/${dossierCode}`)).body).toMatchObject({
      status: 'concluded',
      certificate: { form: 'noted', serial: dossier.certificate.serial, signedOn: '2026-08-03' },
      notices: [{ number: issued.notices[0]?.number }, { number: issued.notices[1]?.number }],
    });
    const [parcel] = await query<{ held_by: string | null; owners: { personalIdentificationNumber: string }[] }>(
      'select held_by, owners from parcel where parcel_number = $1',
      ['0006'],
    );
    expect(parcel?.held_by).toBeNull();
    expect(parcel?.owners.map((owner) => owner.personalIdentificationNumber)).toEqual(
      buyers.map((buyer) => buyer.personalIdentificationNumber),
    );
    expect(await sentAbout(dossierCode)).toEqual([
      'dossier-received.v1',
      'progress-changed.v1',
      'transfer-slip-sent.v2',
      'tax-results-available.v1',
      'processing-concluded.v1',
    ]);
    const handedOver = { dossierCode, handedOverAt: '2026-08-03T15:20:00+07:00' };
    await deliver(service, ResultHandedOverHandler, { of: ResultHandedOverV1, body: handedOver, sender: 'intake' });
    expect(await view(dossierCode)).toMatchObject({ status: 'handed-over' });
  });

  it('refuses a fulfilment before the notices, and keeps the dossier as it was (F14)', async () => {
    const dossier = dossierNumber(7);
    await toTax(dossier);
    const body = { ...fulfilled, dossierCode: dossier.dossierCode };
    const early = deliver(service, ObligationFulfilledHandler, { of: ObligationFulfilledV1, body, sender: 'tax' });
    await expect(early).rejects.toThrow('land-registry.NOTICE_UNKNOWN');
    expect(await view(dossier.dossierCode)).toMatchObject({ status: 'slip-received' });
  });

  it('puts a returned slip on the officers’ work list with its faults (F3)', async () => {
    const dossier = dossierNumber(8);
    const { dossierCode } = dossier;
    const slip = await toTax(dossier);
    const body = { ...slipReturn, dossierCode, ...slip };
    await deliver(service, TransferSlipReturnedHandler, { of: TransferSlipReturnedV1, body, sender: 'tax' });
    expect((await officer.get('/work-list?step=correct-slip')).body).toMatchObject({ items: [{ dossierCode }] });
    expect(await view(dossierCode)).toMatchObject({ status: 'slip-returned', slipFaults: slipReturn.faults });
  });

  it('issues a new certificate with a new serial when one is asked for, signed by a leader who is not the checker', async () => {
    const head = await service.as('agency-leader');
    await head.put('/policies/check', { policy: 'manual' });
    await head.put('/policies/sign-certificate', { policy: 'manual' });
    const dossier = dossierNumber(9, { newCertificateRequested: true });
    const { dossierCode } = dossier;
    await enter(dossier);
    await forward(dossier);
    expect(await sentAbout(dossierCode)).toEqual(['dossier-received.v1']);
    expect((await officer.post(`/dossiers/${dossierCode}/check`)).body).toMatchObject({ status: 'slip-drafted' });
    const member = 'land-registry';
    const checker = service.api.as(
      await service.home.token({ member, role: 'land-leader', person: 'land-officer-bien-hoa' }),
    );
    expect(await checker.post(`/dossiers/${dossierCode}/sign-slip`)).toMatchObject({
      status: 403,
      body: { code: 'access.SAME_PERSON' },
    });
    await leader.post(`/dossiers/${dossierCode}/sign-slip`);
    const { slipId, slipNumber } = (await view(dossierCode)).slip;
    const receipt = { ...slipReceipt, dossierCode, slipId, slipNumber };
    await deliver(service, TransferSlipReceivedHandler, { of: TransferSlipReceivedV1, body: receipt, sender: 'tax' });
    const notices = { ...issued, dossierCode, slipId, slipNumber };
    await deliver(service, PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body: notices, sender: 'tax' });
    const body = { ...fulfilled, dossierCode };
    await deliver(service, ObligationFulfilledHandler, { of: ObligationFulfilledV1, body, sender: 'tax' });
    expect(await view(dossierCode)).toMatchObject({ status: 'certificate-drafted' });
    expect((await sentAbout(dossierCode)).at(-1)).toBe('progress-changed.v1');

    const path = `/dossiers/${dossierCode}/sign-certificate`;
    expect(await checker.post(path)).toMatchObject({ status: 403, body: { code: 'access.SAME_PERSON' } });
    const signed = await leader.post(path);
    expect(signed.body).toMatchObject({ status: 'concluded', certificate: { form: 'new', serial: 'DN 00000001' } });
    const [entry] = await query<object>('select serial, signed_by, form from register_entry where dossier_code = $1', [
      dossierCode,
    ]);
    expect(entry).toEqual({ serial: 'DN 00000001', signed_by: 'land-leader-bien-hoa', form: 'new' });
    await expect(query('update register_entry set signed_by = $1', ['x'])).rejects.toThrow('only ever added to');
  });
});

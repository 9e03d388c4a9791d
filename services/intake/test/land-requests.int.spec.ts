import { randomUUID } from 'node:crypto';
import {
  LandDossierLodgedV1,
  LandRequestForwardedV1,
  ProcessingConcludedV1,
  ProcessingExtendedV1,
  TaxResultsAvailableV1,
  TaxResultsAvailableV2,
} from '@lienthong/contracts';
import { messageOf, parseCanonical } from '@lienthong/envelope';
import { type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { LandDossierLodgedHandler } from '../src/land-office/land-dossier-lodged.handler';
import { ProcessingExtendedHandler } from '../src/land-office/processing-extended.handler';
import { TaxResultsAvailableHandler } from '../src/land-office/tax-results-available.handler';
import { ProcessingConcludedHandler } from '../src/land-office/processing-concluded.handler';
import { done } from './dossier.mother';
import { deliver, file, startIntake, w2Request } from './intake.mother';

const { request, procedure } = messageOf(LandRequestForwardedV1).example;
const lodged = messageOf(LandDossierLodgedV1).example;
const release = { registerNumber: '00001/2026/CS-BIEN-HOA', documentNumber: '12/GXN', documentDate: '2026-08-01' };
const { mortgage: _mortgage, ...papers } = request;
const releasing = { ...papers, procedure: '1.011443', changeKind: 'mortgage-release', release };

describe('land requests at the one-stop desk', () => {
  let service: TestService;
  let clerk: ApiClient;
  beforeAll(async () => {
    service = await startIntake();
    clerk = await service.as('desk-clerk');
  });
  afterAll(() => service.stop());

  const fileRequest = (body: object, client = clerk) =>
    client.post<Record<string, unknown>>('/land-requests', body, { 'idempotency-key': randomUUID() });
  const sent = (code: unknown) =>
    withClient(
      service.database.appUrl,
      async (client) =>
        (await client.query('select type, recipients, payload from outbox where subject = $1', [code])).rows as {
          type: string;
          recipients: string;
          payload: Buffer;
        }[],
    );

  it('accepts a mortgage with an appointment on the same day and forwards it to the land office (1.011441)', async () => {
    const { status, body } = await fileRequest({ procedure, ...request });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 4, appointmentAt: '2026-08-03T17:00:00.000+07:00' });
    const [message] = await sent(body['code']);
    expect(message).toMatchObject({
      type: 'vn.lienthong.intake.land-request-forwarded.v1',
      recipients: 'land-registry/bien-hoa',
    });
    expect(parseCanonical(message!.payload)).toMatchObject({ procedure, request });
    expect((await clerk.get(`/dossiers/${String(body['code'])}`)).body).toMatchObject({ changeKind: 'mortgage' });
  });

  it('lists every broken rule (R1, R11)', async () => {
    const [owner] = request.owners;
    const wrong = { ...request, procedure: '1.011443', owners: [{ ...owner, share: '1/2' }] };
    expect(await fileRequest(wrong)).toMatchObject({
      status: 400,
      body: {
        code: 'intake.DOSSIER_INVALID',
        faults: [
          { path: 'changeKind', rule: 'R11' },
          { path: 'owners', rule: 'R1' },
        ],
      },
    });
    const monitor = await service.as('monitor');
    expect((await fileRequest({ procedure, ...request }, monitor)).status).toBe(403);
  });

  it.each(['inheritance', 'gift'])(
    'forwards a %s as what it is, with what each person claims (X1)',
    async (changeKind) => {
      const [giver, receiver] = [...w2Request.sellers, ...w2Request.buyers].map(
        ({ personalIdentificationNumber }) => personalIdentificationNumber,
      );
      const claim = { revenue: 'personal-income-tax', ground: 'close-kin', person: receiver, relative: giver };
      const claims = [{ ...claim, relation: 'sibling-by-blood', proof: 'papers' }];
      const { body } = await file(clerk, { ...w2Request, changeKind, claims });
      const [message] = await sent(body['code']);
      expect(parseCanonical(message!.payload)).toMatchObject({ changeKind, claims });
      const refused = { status: 400, body: { faults: [{ path: 'claims[0].relation' }, { path: 'claims[0].proof' }] } };
      expect(await file(clerk, { ...w2Request, changeKind, claims: [claim] })).toMatchObject(refused);
    },
  );

  it('takes a transfer filed together with a deregistration of the same parcel, and with nothing else (R5)', async () => {
    const removal = await fileRequest(releasing);
    expect(removal.status).toBe(201);
    const filedWith = removal.body['code'];
    const together = await file(clerk, { ...w2Request, filedWith });
    expect(together.status).toBe(201);
    const [message] = await sent(together.body['code']);
    expect(parseCanonical(message!.payload)).toMatchObject({ filedWith });
    const refused = { status: 400, body: { faults: [{ path: 'filedWith', rule: 'R5' }] } };
    const [parcel] = w2Request.parcels;
    const elsewhere = { ...w2Request, parcels: [{ ...parcel, parcelNumber: '999' }], filedWith };
    expect(await file(clerk, elsewhere)).toMatchObject(refused);
    expect(await file(clerk, { ...w2Request, filedWith: together.body['code'] })).toMatchObject(refused);
    expect(await file(clerk, { ...w2Request, filedWith: 'H19.91.01-260803-9999' })).toMatchObject(refused);
  });

  it('asks the land user for both instalments of the fee of a change of purpose (1.013992, M51)', async () => {
    const change = { newPurpose: 'TMD', newPosition: '45-312', documentNumber: '1/DK', declaredOn: '2026-08-01' };
    const { body } = await fileRequest({
      ...papers,
      procedure: '1.013992',
      changeKind: 'purpose-change',
      purposeChange: change,
    });
    const dossierCode = String(body['code']);
    const half = { ...messageOf(TaxResultsAvailableV1).example.results[0]!, kind: 'land-use-fee' as const };
    const results = ['2026-09-03', '2026-11-02'].map((dueDate) => ({ ...half, dueDate }));
    const told = { ...messageOf(TaxResultsAvailableV1).example, dossierCode, results };
    const land = { sender: 'land-registry' };
    await deliver(service, TaxResultsAvailableHandler, { of: TaxResultsAvailableV2, body: told, ...land });
    expect((await clerk.get(`/dossiers/${dossierCode}`)).body).toMatchObject({
      states: [2, 4, 6],
      results: [
        { kind: 'land-use-fee', dueDate: '2026-09-03' },
        { kind: 'land-use-fee', dueDate: '2026-11-02' },
      ],
    });
  });

  it('makes another appointment when the land office takes the longer time of the procedure (1.011441, O §1.5)', async () => {
    const { body } = await fileRequest({ procedure, ...request });
    const dossierCode = String(body['code']);
    expect(body).toMatchObject({ appointmentAt: '2026-08-03T17:00:00.000+07:00' });
    const extended = { ...messageOf(ProcessingExtendedV1).example, dossierCode };
    const land = { sender: 'land-registry' };
    await deliver(service, ProcessingExtendedHandler, { of: ProcessingExtendedV1, body: extended, ...land });
    const { body: view } = await clerk.get<{ appointmentAt: string; progress: { reason: string }[] }>(
      `/dossiers/${dossierCode}`,
    );
    expect(view.appointmentAt).toMatch(/^2026-08-06T09:1/);
    expect(view.progress.at(-1)?.reason).toContain('hẹn trả 2026-08-03 → 2026-08-06');
    const elsewhere = { of: ProcessingExtendedV1, body: extended, ...land, senderOffice: 'long-khanh' };
    await expect(deliver(service, ProcessingExtendedHandler, elsewhere)).rejects.toThrow('LAND_OFFICE_UNEXPECTED');
  });

  it('follows a dossier that was lodged at the land office, from its receipt number to its result (M02)', async () => {
    const body = lodged;
    const land = { sender: 'land-registry' };
    await deliver(service, LandDossierLodgedHandler, { of: LandDossierLodgedV1, body, ...land });
    const { dossierCode, receiptNumber } = body;
    expect((await clerk.get(`/dossiers/${dossierCode}`)).body).toMatchObject({
      states: [2, 4],
      channel: 'land-office',
      receiptNumber,
      landOffice: 'bien-hoa',
      changeKind: 'gift',
      appointmentAt: '2026-08-10T09:10:00.000+07:00',
    });
    const again = deliver(service, LandDossierLodgedHandler, { of: LandDossierLodgedV1, body, ...land });
    await expect(again).rejects.toThrow('intake.DOSSIER_ALREADY_KNOWN');
    const concluded = { ...done, dossierCode };
    await deliver(service, ProcessingConcludedHandler, { of: ProcessingConcludedV1, body: concluded, ...land });
    expect(await clerk.post(`/dossiers/${dossierCode}/hand-over`)).toMatchObject({ status: 200, body: { state: 10 } });
  });
});

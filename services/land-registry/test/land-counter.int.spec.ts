import { randomUUID } from 'node:crypto';
import { LandDossierLodgedV1 } from '@lienthong/contracts';
import { parseCanonical } from '@lienthong/envelope';
import { type ApiAnswer, type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';
import { mortgage, releaseOf, requestNumber } from './land-request.mother';

describe('the counter of the land office', () => {
  let service: TestService;
  let officer: ApiClient;
  beforeAll(async () => {
    service = await startLandRegistry();
    officer = await service.as('land-officer');
  });
  afterAll(() => service.stop());

  const lodge = (body: object, client = officer, key: string = randomUUID()) =>
    client.post<Record<string, unknown>>('/counter/dossiers', body, { 'idempotency-key': key });
  const enter = async (number: number): Promise<void> => {
    const keeper = await service.as('land-records-keeper');
    const { parcels, rows } = recordsOf(dossierNumber(number));
    await keeper.post('/parcels', { parcels });
    await keeper.post('/price-rows', { rows });
  };
  const conveyance = (number: number, change: object = {}): object => {
    const { sellers, buyers, parcels, contract, certificate, submitter } = dossierNumber(number);
    const newCertificateRequested = false;
    return { sellers, buyers, parcels, contract, certificate, newCertificateRequested, submitter, ...change };
  };

  it('gives code and receipt number itself and tells the one-stop desk everything it needs (M02, second reading)', async () => {
    await enter(1);
    const answer = await lodge({ procedure: '1.013831', conveyance: conveyance(1, { changeKind: 'gift' }) });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        dossierCode: expect.stringMatching(/^H19\.92\.01-260803-\d{4}$/),
        receiptNumber: expect.stringMatching(/^\d{6}\/2026\/BN-BIEN-HOA$/),
        changeKind: 'gift',
        status: 'slip-drafted',
      },
    });
    const { dossierCode, receiptNumber } = answer.body;
    const rows = await withClient(
      service.database.appUrl,
      async (client) =>
        (
          await client.query(
            'select type, recipients, payload, id, causation_id from outbox where subject = $1 order by seq',
            [dossierCode],
          )
        ).rows as { type: string; recipients: string; payload: Buffer; id: string; causation_id: string | null }[],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'vn.lienthong.land-registry.land-dossier-lodged.v1',
      'vn.lienthong.land-registry.progress-changed.v1',
    ]);
    expect(rows[0]?.recipients).toBe('intake/bien-hoa');
    expect(rows[1]?.causation_id).toBe(rows[0]?.id);
    expect(parseCanonical(rows[0]!.payload) as LandDossierLodgedV1).toMatchObject({
      dossierCode,
      receiptNumber,
      landOffice: 'bien-hoa',
      appointmentAt: expect.stringMatching(/^2026-08-10T09:1/),
      conveyance: { changeKind: 'gift' },
    });
  });

  it('takes a mortgage and registers it within the same call', async () => {
    await enter(2);
    const { request, procedure } = requestNumber(2, 0, { changeKind: 'mortgage', mortgage });
    expect(await lodge({ procedure, request })).toMatchObject({
      status: 201,
      body: { status: 'concluded', certificate: { form: 'noted' }, changeKind: 'mortgage' },
    });
  });

  it('answers a repeated request with the first dossier', async () => {
    await enter(3);
    const body = { procedure: '1.013831', conveyance: conveyance(3) };
    const first = await lodge(body, officer, 'the-same-request');
    const second = await lodge(body, officer, 'the-same-request');
    expect(second).toMatchObject({ status: 201, body: { dossierCode: first.body['dossierCode'] } });
  });

  it('refuses papers by the rules of the desk, every fault at its field (R1, R11), and papers of two things', async () => {
    const [buyer] = dossierNumber(4).buyers;
    const wrong = conveyance(4, { buyers: [{ ...buyer, share: '1/2' }], changeKind: 'gift' });
    expect(await lodge({ procedure: '1.011441', conveyance: wrong })).toMatchObject({
      status: 400,
      body: {
        code: 'land-registry.DOSSIER_INVALID',
        faults: [
          { path: 'conveyance.changeKind', rule: 'R11' },
          { path: 'conveyance.buyers', rule: 'R1' },
        ],
      },
    });
    expect(await lodge({ procedure: '1.013831' })).toMatchObject({ status: 400, body: { faults: [{ rule: 'one' }] } });
  });

  it('takes what is filed together only with a deregistration of the same parcel that it knows (R5)', async () => {
    await enter(6);
    const mortgaged = requestNumber(6, 0, { changeKind: 'mortgage', mortgage });
    const entry = await lodge({ procedure: mortgaged.procedure, request: mortgaged.request });
    const { registerNumber } = entry.body['certificate'] as { registerNumber: string };
    const together = (filedWith: unknown, number = 6): Promise<ApiAnswer<Record<string, unknown>>> =>
      lodge({ procedure: '1.013831', conveyance: conveyance(number, { filedWith }) });
    const wrong = { status: 400, body: { faults: [{ path: 'conveyance.filedWith', rule: 'R5' }] } };
    expect(await together('H19.92.01-260803-9999')).toMatchObject(wrong);
    expect(await together(entry.body['dossierCode'])).toMatchObject(wrong);
    const release = releaseOf(registerNumber);
    const removal = requestNumber(6, 0, { changeKind: 'mortgage-release', ...(release && { release }) });
    const removed = await lodge({ procedure: removal.procedure, request: removal.request });
    expect(await together(removed.body['dossierCode'], 7)).toMatchObject(wrong);
    expect(await together(removed.body['dossierCode'])).toMatchObject({
      status: 201,
      body: { status: 'slip-drafted' },
    });
  });

  it('takes dossiers of its own area from its own officers only', async () => {
    const body = { procedure: '1.013831', conveyance: conveyance(5) };
    const elsewhere = await service.as('land-officer', 'long-thanh');
    expect(await lodge(body, elsewhere)).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
    const keeper = await service.as('land-records-keeper');
    expect(await lodge(body, keeper)).toMatchObject({ status: 403, body: { code: 'access.ROLE_NOT_ALLOWED' } });
  });
});

import { DossierReceivedV1, TaxResultsAvailableV1 } from '@lienthong/contracts';
import type { Problem } from '@lienthong/service-host';
import type { ApiClient, TestService } from '@lienthong/testing';
import { DossierReceivedHandler } from '../src/land-office/dossier-received.handler';
import { TaxResultsAvailableHandler } from '../src/land-office/tax-results-available.handler';
import { received, taxResults } from './dossier.mother';
import { deliver, file, startIntake, w2Request } from './intake.mother';

describe('the desks of the one-stop shop', () => {
  let service: TestService;
  let clerk: ApiClient;
  let code: string;
  beforeAll(async () => {
    service = await startIntake();
    clerk = await service.as('desk-clerk');
    await (await service.as('agency-leader')).put('/policies/forward', { policy: 'manual' });
    code = String((await file(clerk)).body['code']);
  });
  afterAll(() => service.stop());

  it('show what has to be forwarded, due as T1 says, and forward what was looked at', async () => {
    const [item] = (await clerk.get<{ items: { etag: string; dueAt: string }[] }>('/work-list?step=forward')).body
      .items;
    expect(item).toMatchObject({ key: code, dueAt: expect.stringMatching(/^2026-08-0[3-5]T/), etag: '"1"' });
    const forward = (etag: string) =>
      clerk.call<Problem>(`/dossiers/${code}/forward`, { method: 'POST', body: {}, headers: { 'if-match': etag } });
    expect(await forward('"2"')).toMatchObject({ status: 412, body: { code: 'desk.CHANGED_MEANWHILE' } });
    expect((await forward('"1"')).status).toBe(200);
  });

  it('tell who did what under which version of the procedure', async () => {
    expect((await clerk.get(`/history/${code}`)).body['items']).toMatchObject([
      { state: '2', by: 'desk-clerk-bien-hoa', rules: ['1.013831/v1'] },
      { before: '2', state: '4', by: 'desk-clerk-bien-hoa' },
    ]);
  });

  it('find a dossier by its parties and its parcel', async () => {
    const [buyer] = w2Request.buyers;
    const [parcel] = w2Request.parcels;
    const place = `${parcel?.communeCode}|${parcel?.mapSheet}|${parcel?.parcelNumber}`;
    for (const wanted of [
      { by: 'person', value: buyer?.personalIdentificationNumber },
      { by: 'name', value: buyer?.name },
      { by: 'parcel', value: place },
      { by: 'dossier', value: code },
    ]) {
      expect((await clerk.post('/search', wanted)).body['items']).toMatchObject([{ key: code, state: '4' }]);
    }
  });

  it('find a dossier by the number of a payment notice that a citizen brings', async () => {
    const land = { sender: 'land-registry' };
    const about = { ...received, dossierCode: code };
    await deliver(service, DossierReceivedHandler, { of: DossierReceivedV1, body: about, ...land });
    const told = { ...taxResults, dossierCode: code };
    await deliver(service, TaxResultsAvailableHandler, { of: TaxResultsAvailableV1, body: told, ...land });
    const value = taxResults.results[0]?.noticeNumber;
    expect((await clerk.post('/search', { by: 'notice', value })).body['items']).toMatchObject([{ key: code }]);
  });
});

import {
  DossierForwardedV1,
  ObligationFulfilledV1,
  PaymentNoticesIssuedV1,
  TransferSlipReceivedV1,
} from '@lienthong/contracts';
import { type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { ObligationFulfilledHandler } from '../src/certificates/obligation-fulfilled.handler';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { fulfilled, issued, slipReceipt } from './land-dossier.mother';
import { deliver, dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';
import { forwardRequest, releaseOf, requestNumber } from './land-request.mother';

interface View {
  readonly status: string;
  readonly slip: { readonly slipId: string; readonly slipNumber: string };
}

const REGISTERED = 'CS 00555';

describe('the signature of a certificate', () => {
  let service: TestService;
  let leader: ApiClient;
  beforeAll(async () => {
    service = await startLandRegistry();
    leader = await service.as('land-leader');
  });
  afterAll(() => service.stop());

  const view = async (code: string): Promise<View> => (await leader.get<View>(`/dossiers/${code}`)).body;

  /** Brings a dossier whose slip is signed to the word of the tax office that nothing is owed any more. */
  const fulfil = async (dossierCode: string): Promise<void> => {
    const { slipId, slipNumber } = (await view(dossierCode)).slip;
    const slip = { dossierCode, slipId, slipNumber };
    await deliver(service, TransferSlipReceivedHandler, {
      of: TransferSlipReceivedV1,
      body: { ...slipReceipt, ...slip },
      sender: 'tax',
    });
    const notices = { ...issued, ...slip };
    await deliver(service, PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body: notices, sender: 'tax' });
    const body = { ...fulfilled, dossierCode };
    await deliver(service, ObligationFulfilledHandler, { of: ObligationFulfilledV1, body, sender: 'tax' });
  };

  it('is not signed while a deregistration filed together is not done, by a policy or by a leader (R5)', async () => {
    const release = releaseOf(REGISTERED);
    const removal = requestNumber(1, 3001, { changeKind: 'mortgage-release', ...(release && { release }) });
    const transfer = dossierNumber(1, { filedWith: removal.dossierCode });
    const { dossierCode } = transfer;
    const { parcels, rows } = recordsOf(transfer);
    const keeper = await service.as('land-records-keeper');
    await keeper.post('/parcels', { parcels });
    await keeper.post('/price-rows', { rows });
    await deliver(service, DossierForwardedHandler, { of: DossierForwardedV1, body: transfer, sender: 'intake' });
    const encumbrances = [{ kind: 'mortgage', registerNumber: REGISTERED, registeredOn: '2020-02-02' }];
    const lay = (on: readonly object[]): Promise<unknown> =>
      withClient(service.database.appUrl, (client) =>
        client.query(`update parcel set encumbrances = $1 where held_by = $2`, [JSON.stringify(on), dossierCode]),
      );
    // the slip looks for itself; what matters here is what lies there when the certificate is to be signed
    await leader.post(`/dossiers/${dossierCode}/sign-slip`);
    await lay(encumbrances);
    await fulfil(dossierCode);
    expect(await view(dossierCode)).toMatchObject({ status: 'certificate-drafted' });
    const path = `/dossiers/${dossierCode}/sign-certificate`;
    expect(await leader.post(path)).toMatchObject({
      status: 409,
      body: { code: 'land-registry.SIGNATURE_BLOCKED', detail: expect.stringContaining(REGISTERED) },
    });
    await forwardRequest(service, removal);
    expect((await leader.post(path)).body).toMatchObject({ status: 'concluded' });
  });
});

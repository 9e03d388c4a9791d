import { DossierForwardedV1, TransferSlipReceivedV1 } from '@lienthong/contracts';
import { type ApiClient, eventually, type TestService, withClient } from '@lienthong/testing';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { slipReceipt } from './land-dossier.mother';
import { deliver, dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';

interface View {
  readonly status: string;
  readonly slip: { readonly slipId: string; readonly slipNumber: string };
  readonly undelivered?: readonly { readonly step: string; readonly reason: string }[];
}

const FAIL = `
insert into message_failure (key, message_id, type, recipients, outcome, reason, failed_at)
select id || '||rejected', id, type, recipients, 'rejected', 'integration-bus.SCHEMA_UNKNOWN', now() from outbox
 where type like '%.transfer-slip-sent.v2' and subject = $1 returning 1`;

describe('a slip that never reaches the tax office', () => {
  let service: TestService;
  let officer: ApiClient;
  let leader: ApiClient;
  beforeAll(async () => {
    service = await startLandRegistry();
    officer = await service.as('land-officer');
    leader = await service.as('land-leader');
  });
  afterAll(() => service.stop());

  const query = <R>(sql: string, values: readonly unknown[]): Promise<R[]> =>
    withClient(service.database.appUrl, async (client) => (await client.query(sql, [...values])).rows as R[]);

  it('is an officer’s task with the reason, and the dossier goes on when the leader has signed it again', async () => {
    const dossier = dossierNumber(61);
    const { dossierCode } = dossier;
    const { parcels, rows } = recordsOf(dossier);
    const keeper = await service.as('land-records-keeper');
    await keeper.post('/parcels', { parcels });
    await keeper.post('/price-rows', { rows });
    await deliver(service, DossierForwardedHandler, { of: DossierForwardedV1, body: dossier, sender: 'intake' });
    const sign = `/dossiers/${dossierCode}/sign-slip`;
    expect((await leader.post(sign)).status).toBe(200);
    expect((await leader.post(sign)).status).toBe(409);
    expect(await query(FAIL, [dossierCode])).toHaveLength(1);

    const view = async (): Promise<View> => (await officer.get<View>(`/dossiers/${dossierCode}`)).body;
    const isTold = async (): Promise<boolean> => (await view()).undelivered?.[0]?.step === 'receive-slip';
    await eventually(isTold, { describe: 'the undelivered slip' });
    const { body } = await officer.get<{ items: object[] }>('/tasks?kind=officer-task');
    const text = expect.stringContaining('integration-bus.SCHEMA_UNKNOWN') as string;
    expect(body.items).toEqual([expect.objectContaining({ dossierCode, text })]);
    expect((await view()).status).toBe('slip-sent');

    expect((await leader.post(sign)).status).toBe(200);
    expect((await leader.post(sign)).status).toBe(409);
    const { slip, undelivered } = await view();
    expect(undelivered).toBeUndefined();
    const sent = `select 1 from outbox where type like '%.transfer-slip-sent.v2' and subject = $1`;
    expect(await query(sent, [dossierCode])).toHaveLength(2);
    const receipt = { ...slipReceipt, dossierCode, slipId: slip.slipId, slipNumber: slip.slipNumber };
    await deliver(service, TransferSlipReceivedHandler, { of: TransferSlipReceivedV1, body: receipt, sender: 'tax' });
    expect((await view()).status).toBe('slip-received');
  });
});

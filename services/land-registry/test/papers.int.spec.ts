import { DossierForwardedV1, TransferSlipReturnedV1 } from '@lienthong/contracts';
import { type ApiClient, pdfText, type TestService, withClient, withoutSpaces } from '@lienthong/testing';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { TransferSlipReturnedHandler } from '../src/slips/transfer-slip-returned.handler';
import { slipReturn } from './land-dossier.mother';
import { deliver, dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';

describe('the transfer slip as a paper (L §2.1.1)', () => {
  let service: TestService;
  let officer: ApiClient;
  let leader: ApiClient;
  const dossier = dossierNumber(1);
  const path = `/dossiers/${dossier.dossierCode}/slip/paper`;

  beforeAll(async () => {
    service = await startLandRegistry();
    officer = await service.as('land-officer');
    leader = await service.as('land-leader');
    const keeper = await service.as('land-records-keeper');
    const { parcels, rows } = recordsOf(dossier);
    expect((await keeper.post('/parcels', { parcels })).status).toBe(200);
    expect((await keeper.post('/price-rows', { rows })).status).toBe(200);
    await deliver(service, DossierForwardedHandler, { of: DossierForwardedV1, body: dossier, sender: 'intake' });
  });
  afterAll(() => service.stop());

  it('is a draft with everything that will be sent, before the leader signs', async () => {
    const { status, headers, bytes } = await officer.file(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(`inline; filename="transfer-slip-${dossier.dossierCode}.pdf"`);
    expect(headers.get('cache-control')).toBe('no-store');
    const text = await pdfText(bytes);
    const { sellers, buyers, contract, certificate } = dossier;
    const said = ['DỰ THẢO', 'Mẫu số: 15', dossier.dossierCode, 'Phường Trấn Biên', contract.number, certificate.serial, 'Thuế cơ sở Biên Hòa', '8.000.000', '500.000.000', 'Đất ở tại đô thị (ODT)', 'ngày ..... tháng']; // prettier-ignore
    for (const part of [
      ...said,
      ...[...sellers, ...buyers].flatMap((one) => [one.name, one.personalIdentificationNumber]),
    ])
      // prettier-ignore
      expect(text).toContain(withoutSpaces(part));
  });

  it('bears name, day and hour of the leader once it is signed, and is a draft again when it went back', async () => {
    expect((await leader.post(`/dossiers/${dossier.dossierCode}/sign-slip`)).status).toBe(200);
    const signed = await officer.file(path);
    const text = await pdfText(signed.bytes);
    expect(text).not.toContain(withoutSpaces('DỰ THẢO'));
    expect(text).toContain(withoutSpaces('Đồng Nai, ngày 03 tháng 8 năm 2026'));
    const [staff] = await query<{ name: string }>(
      `select convert_from(payload, 'UTF8')::jsonb #>> '{signature,signerName}' as name from outbox
        where type like '%transfer-slip-sent%'`,
    );
    expect(text).toMatch(new RegExp(`${withoutSpaces(`Được ký số bởi ${staff?.name ?? '?'} lúc`)}\\d\\d:\\d\\d03/08/2026`)); // prettier-ignore
    expect(signed.headers.get('etag')).toBe((await leader.file(path)).headers.get('etag'));

    const { slip } = (await officer.get<{ slip: { slipId: string; slipNumber: string } }>(`/dossiers/${dossier.dossierCode}`)).body; // prettier-ignore
    const body = { ...slipReturn, dossierCode: dossier.dossierCode, slipId: slip.slipId, slipNumber: slip.slipNumber };
    await deliver(service, TransferSlipReturnedHandler, { of: TransferSlipReturnedV1, body, sender: 'tax' });
  });

  it('is for persons of its office with a role for it, and there is none before it is drafted', async () => {
    expect((await service.as('land-officer', 'long-thanh').then((other) => other.file(path))).status).toBe(403);
    expect((await (await service.as('monitor')).file(path)).status).toBe(403);
    expect((await service.api.file(path)).status).toBe(401);
    expect((await officer.file('/dossiers/H19.91.01-260803-9999/slip/paper')).status).toBe(404);
  });

  it('writes down who read it and when, for good; a refused reader leaves no line', async () => {
    const head = await service.as('agency-leader');
    const { items } = (await head.get<{ items: readonly object[] }>(`/paper-readings?key=${dossier.dossierCode}`)).body;
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ paper: 'transfer-slip', office: 'bien-hoa', readBy: 'land-officer-bien-hoa' });
    expect(items[2]).toMatchObject({ readBy: 'land-leader-bien-hoa', readAt: expect.stringMatching(/^2026-08-03T/) as string }); // prettier-ignore
    await expect(query('delete from paper_reading')).rejects.toThrow('permission denied');
    await expect(query(`update paper_reading set read_by = 'x'`)).rejects.toThrow('permission denied');
    expect((await officer.get(`/paper-readings?key=${dossier.dossierCode}`)).status).toBe(403);
  });

  const query = <R>(sql: string): Promise<R[]> =>
    withClient(service.database.appUrl, async (client) => (await client.query(sql)).rows as R[]);
});

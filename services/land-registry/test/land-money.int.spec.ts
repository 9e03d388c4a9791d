import { DeferredDebtToldV1, DossierForwardedV1, NothingDueV1, ObligationReopenedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { NothingDueHandler } from '../src/certificates/nothing-due.handler';
import { DeferredDebtToldHandler } from '../src/deferrals/deferred-debt-told.handler';
import { ObligationReopenedHandler } from '../src/debts/obligation-reopened.handler';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { dossierNumber } from './land-registry.mother';
import { forwardRequest, releaseOf, requestNumber } from './land-request.mother';
import { LandStory, type View } from './land-story.mother';

const exempt = messageOf(NothingDueV1).example;
const { exemptions } = exempt;
const reopened = messageOf(ObligationReopenedV1).example;
const deferredItems = [
  {
    payableItemId: '04057999999900002',
    noticeNumber: 'TB2600044-TK0000012/TB-TCS',
    kind: 'registration-fee' as const,
    payerNumber: '075088000002',
    amountDong: reopened.remainderDong,
  },
];

describe('money and the certificate at the land office', () => {
  let land: LandStory;
  beforeAll(async () => {
    land = await LandStory.start();
  });
  afterAll(() => land.stop());

  const nothingDue = async (code: string, change: Partial<NothingDueV1> = {}): Promise<void> => {
    const body = { ...exempt, ...(await land.about(code)), ...change };
    await land.say(NothingDueHandler, { of: NothingDueV1, body, sender: 'tax' });
  };
  const reopen = (dossierCode: string): Promise<string> =>
    land.say(ObligationReopenedHandler, {
      of: ObligationReopenedV1,
      body: { ...reopened, dossierCode },
      sender: 'tax',
    });
  const debtTold = (dossierCode: string, open: DeferredDebtToldV1['open']): Promise<string> => {
    const body = { dossierCode, toldOn: '2027-03-01', open, settled: [] };
    return land.say(DeferredDebtToldHandler, { of: DeferredDebtToldV1, body, sender: 'tax' });
  };
  const debts = async (): Promise<{ dossierCode: string }[]> =>
    (await land.leader.get<{ items: { dossierCode: string }[] }>('/debt-cases')).body.items;

  it('gives the certificate without payment to whom the tax office exempts, and to nobody before it says so (F19, F20)', async () => {
    const code = await land.slipReceived(201);
    const sign = `/dossiers/${code}/sign-certificate`;
    expect(await land.leader.post(sign)).toMatchObject({ body: { code: 'land-registry.STEP_NOT_ALLOWED' } });
    await nothingDue(code, { exemptions, deferredItems: undefined as never });
    const { status, certificate } = await land.view(code);
    expect(status).toBe('concluded');
    expect(certificate).not.toHaveProperty('deferredItems');
  });

  it('writes a deferred obligation on the certificate, in the book and in what the desk gets (F19)', async () => {
    const code = await land.slipReceived(202);
    await nothingDue(code, { deferredItems });
    expect(await land.view(code)).toMatchObject({ status: 'concluded', certificate: { deferredItems } });
    const [line] = await land.query<object>('select deferred_items from register_entry where dossier_code = $1', [
      code,
    ]);
    expect(line).toEqual({ deferred_items: deferredItems });
    expect(await land.sent(code, 'processing-concluded')).toEqual([
      expect.objectContaining({ certificate: expect.objectContaining({ deferredItems }) as object }),
    ]);
  });

  it('lets the note of a deferred obligation stand in the way until its debt is paid and its own number is removed (1.013988, F19, L10)', async () => {
    const code = await land.slipReceived(219);
    await nothingDue(code, { deferredItems });
    const { certificate } = (await land.view(code)) as unknown as { certificate: { registerNumber: string } };
    const { registerNumber } = certificate;
    const lying = async (): Promise<object[]> => {
      const sql = `select encumbrances from parcel where parcel_number = '0219'`;
      return (await land.query<{ encumbrances: object[] }>(sql))[0]?.encumbrances ?? [];
    };
    expect(await lying()).toMatchObject([{ kind: 'deferred-obligation', registerNumber, dossierCode: code }]);

    const { buyers: owners } = dossierNumber(219);
    const sold = (suffix: number): DossierForwardedV1 =>
      dossierNumber(219, {
        dossierCode: `H19.91.01-260803-${suffix}`,
        sellers: owners,
        buyers: dossierNumber(219).sellers,
      });
    const convey = async (dossier: DossierForwardedV1): Promise<View> => {
      await land.say(DossierForwardedHandler, { of: DossierForwardedV1, body: dossier, sender: 'intake' });
      return land.view(dossier.dossierCode);
    };
    expect(await convey(sold(2191))).toMatchObject({ status: 'rejected', checkFaults: [{ rule: 'R5' }] });

    const remove = async (suffix: number, number: string): Promise<View> => {
      const release = releaseOf(number);
      const body = requestNumber(219, suffix, { changeKind: 'deferral-removal', owners, ...(release && { release }) });
      await forwardRequest(land.service, body);
      return land.view(body.dossierCode);
    };
    expect(await remove(2192, '00000/2020/CS-BIEN-HOA')).toMatchObject({
      status: 'rejected',
      checkFaults: [{ rule: 'RELEASE', code: 'land-registry.ENCUMBRANCE_UNKNOWN' }],
    });
    expect(await lying()).toHaveLength(1);
    expect(await land.sent(code, 'deferred-payment-asked')).toEqual([]);
    const unpaid = { status: 'rejected', checkFaults: [{ rule: 'RELEASE', code: 'land-registry.DEFERRED_DEBT_OPEN' }] };
    expect(await remove(2195, registerNumber)).toMatchObject(unpaid);
    const releaseDossierCode = requestNumber(219, 2195, { changeKind: 'deferral-removal' }).dossierCode;
    const asked = { dossierCode: code, registerNumber, releaseDossierCode };
    expect(await land.sent(code, 'deferred-payment-asked')).toEqual([asked]);
    await debtTold(code, deferredItems);
    expect(await remove(2196, registerNumber)).toMatchObject(unpaid);
    expect(await lying()).toHaveLength(1);
    await debtTold(code, []);
    expect(await remove(2193, registerNumber)).toMatchObject({ status: 'concluded', certificate: { form: 'noted' } });
    expect(await lying()).toEqual([]);
    expect(await convey(sold(2194))).toMatchObject({ status: 'slip-drafted' });
  });

  it('leaves a debt off the certificate that was paid before the leader signed (F19)', async () => {
    await land.policy('sign-certificate', 'manual');
    const code = await land.slipReceived(220);
    await nothingDue(code, { deferredItems });
    await debtTold(code, []);
    await land.leader.post(`/dossiers/${code}/sign-certificate`);
    await land.policy('sign-certificate', 'automatic-when-clean');
    const { status, certificate } = await land.view(code);
    expect(status).toBe('concluded');
    expect(certificate).not.toHaveProperty('deferredItems');
  });

  it('writes what is deferred beside what is paid on the certificate as well (F19)', async () => {
    const code = await land.noticed(203);
    await land.fulfil(code, { deferredItems });
    expect(await land.view(code)).toMatchObject({ status: 'concluded', certificate: { deferredItems } });
  });

  it('raises a debt case for money that is taken back after the certificate, and revokes nothing (F16)', async () => {
    const code = await land.concluded(204);
    const before = await land.view(code);
    await reopen(code);
    expect(await land.view(code)).toEqual(before);
    expect(await debts()).toEqual([
      expect.objectContaining({
        dossierCode: code,
        certificateSerial: (before['certificate'] as { serial: string }).serial,
        remainderDong: reopened.remainderDong,
        cause: 'booking-reversed',
      }),
    ]);
    const tasks = await land.leader.get<{ items: object[] }>('/tasks?kind=alarm');
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ dossierCode: code }));
    await land.fulfil(code);
    expect(await debts()).toEqual([]);
    expect(await land.view(code)).toEqual(before);
  });

  it('signs nothing for money that is taken back before the certificate, until it is paid again (F16)', async () => {
    await land.policy('sign-certificate', 'manual');
    const code = await land.concluded(205);
    expect(await land.view(code)).toMatchObject({ status: 'certificate-drafted' });
    await reopen(code);
    expect(await land.view(code)).toMatchObject({ status: 'obligation-reopened', reopened: { cause: reopened.cause } });
    const sign = `/dossiers/${code}/sign-certificate`;
    expect(await land.leader.post(sign)).toMatchObject({
      status: 409,
      body: { code: 'land-registry.OBLIGATION_OPEN' },
    });
    expect(await debts()).toEqual([]);
    await land.fulfil(code);
    expect(await land.view(code)).toMatchObject({ status: 'certificate-drafted' });
    expect((await land.leader.post(sign)).body).toMatchObject({ status: 'concluded' });
    await land.policy('sign-certificate', 'automatic-when-clean');
  });

  describe('and an order that forbids changes of the parcel', () => {
    const order = (number: number) => ({
      communeCode: '26041',
      mapSheet: '45',
      parcelNumber: String(number).padStart(4, '0'),
      documentNumber: `15/2026/QD-${number}`,
    });
    const enter = (number: number) =>
      land.create(land.keeper, '/block-orders', {
        ...order(number),
        kind: 'court-order',
        issuedBy: 'Tòa án nhân dân khu vực 1',
        issuedOn: '2026-08-01',
      });
    const lift = (number: number) =>
      land.keeper.post('/block-orders/lift', {
        ...order(number),
        liftedByDocument: '16/2026/QD',
        liftedOn: '2026-08-02',
      });

    it('that came before the check has the dossier rejected by its code, in writing (R5)', async () => {
      const free = await land.forwarded(211);
      expect(await land.view(free)).toMatchObject({ status: 'slip-drafted' });
      const second = await land.forwarded(212);
      expect(await enter(212)).toMatchObject({ status: 201 });
      expect(await land.view(second)).toMatchObject({ status: 'slip-drafted' });
      const again = { ...dossierNumber(212), dossierCode: 'H19.91.01-260803-1212' };
      await land.say(DossierForwardedHandler, { of: DossierForwardedV1, body: again, sender: 'intake' });
      expect(await land.view(again.dossierCode)).toMatchObject({
        status: 'rejected',
        reason: expect.stringMatching(/R5: .*15\/2026\/QD-212 của Tòa án nhân dân khu vực 1/) as string,
      });
    });

    it('that comes later stops the signing, by itself and by hand, until it is lifted (R5)', async () => {
      const code = await land.noticed(213);
      await enter(213);
      expect(await enter(213)).toMatchObject({ status: 409, body: { code: 'land-registry.BLOCK_ORDER_KNOWN' } });
      await land.fulfil(code);
      expect(await land.view(code)).toMatchObject({ status: 'certificate-drafted' });
      const sign = `/dossiers/${code}/sign-certificate`;
      expect(await land.leader.post(sign)).toMatchObject({
        status: 409,
        body: { code: 'land-registry.PARCEL_BLOCKED' },
      });
      expect(await lift(213)).toMatchObject({ status: 200 });
      expect(await lift(213)).toMatchObject({ body: { code: 'land-registry.BLOCK_ORDER_UNKNOWN' } });
      expect((await land.leader.post(sign)).body).toMatchObject({ status: 'concluded' });
    });

    it('is entered by the keeper of the own office only', async () => {
      const other = await land.service.as('land-records-keeper', 'long-thanh');
      const body = { ...order(213), kind: 'dispute', issuedBy: 'UBND', issuedOn: '2026-08-01' };
      expect(await land.create(other, '/block-orders', body)).toMatchObject({
        status: 403,
        body: { code: 'access.OTHER_OFFICE' },
      });
      expect(await land.create(land.officer, '/block-orders', body)).toMatchObject({
        status: 403,
        body: { code: 'access.ROLE_NOT_ALLOWED' },
      });
    });
  });
});

import {
  LandRequestForwardedV1,
  ObligationFulfilledV1,
  PaymentNoticesIssuedV1,
  PaymentNoticesIssuedV2,
  TaxStateToldV2,
  TransferSlipReceivedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { ObligationFulfilledHandler } from '../src/certificates/obligation-fulfilled.handler';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { TaxStateToldHandler } from '../src/tax-polls/tax-state-told.handler';
import { fulfilled, slipReceipt } from './land-dossier.mother';
import { dossierNumber, recordsOf } from './land-registry.mother';
import { forwardRequest, requestNumber } from './land-request.mother';
import { LandStory } from './land-story.mother';

const told = messageOf(TaxStateToldV2).example;
const { notices = [] } = told;
const noticed: PaymentNoticesIssuedV2 = { ...messageOf(PaymentNoticesIssuedV1).example, notices };

describe('a change of purpose for which money is due (1.013992)', () => {
  let land: LandStory;
  beforeAll(async () => {
    land = await LandStory.start();
  });
  afterAll(() => land.stop());

  /** Housing land of 8,000,000 đồng a square metre that is to be used for trade, at the price that the table gives then. */
  const entered = async (number: number, priceDong: string): Promise<void> => {
    const { parcels, rows } = recordsOf(dossierNumber(number));
    expect((await land.keeper.post('/parcels', { parcels })).status).toBe(200);
    const dearer = rows.map((row) => ({ ...row, purpose: 'TMD', pricePerSquareMetreDong: priceDong }));
    expect((await land.keeper.post('/price-rows', { rows: [...rows, ...dearer] })).status).toBe(200);
  };
  const requestOf = (number: number): LandRequestForwardedV1 => {
    const newPosition = `45-${String(number).padStart(4, '0')}`;
    const change = { newPurpose: 'TMD', newPosition, documentNumber: '1/DK', declaredOn: '2026-08-01' };
    return requestNumber(number, number, { changeKind: 'purpose-change', purposeChange: change });
  };
  const filed = async (number: number, priceDong = '11000000'): Promise<string> => {
    await entered(number, priceDong);
    const body = requestOf(number);
    await forwardRequest(land.service, body);
    return body.dossierCode;
  };
  const sent = async (number: number): Promise<string> => {
    const code = await filed(number);
    expect((await land.leader.post(`/dossiers/${code}/sign-slip`)).status).toBe(200);
    return code;
  };
  const received = async (number: number): Promise<string> => {
    const code = await sent(number);
    const body = { ...slipReceipt, ...(await land.about(code)) };
    await land.say(TransferSlipReceivedHandler, { of: TransferSlipReceivedV1, body, sender: 'tax' });
    return code;
  };
  const parcelOf = async (number: number): Promise<object | undefined> => {
    const sql = 'select purpose, held_by from parcel where parcel_number = $1';
    const [row] = await land.query<object>(sql, [String(number).padStart(4, '0')]);
    return row;
  };
  const typesSent = async (code: string): Promise<readonly string[]> => {
    const rows = await land.query<{ type: string }>('select type from outbox where subject = $1 order by seq', [code]);
    return rows.map(({ type }) => type.replace('vn.lienthong.land-registry.', ''));
  };

  it('goes to the tax office with both uses and their prices, and nobody gives the land away (L §3.5)', async () => {
    const code = await sent(401);
    const [slip] = await land.sent(code, 'transfer-slip-sent');
    const [parcel] = requestOf(401).request.parcels;
    expect(slip).toMatchObject({
      ...{ procedure: '1.013992', changeKind: 'purpose-change', revenues: ['land-use-fee'], sellers: [] },
      buyers: requestOf(401).request.owners,
      parcels: [
        {
          ...{ purpose: 'TMD', priceRows: [{ pricePerSquareMetreDong: '11000000' }] },
          formerUse: {
            ...{ purpose: parcel?.purpose, position: parcel?.position },
            priceRows: [{ pricePerSquareMetreDong: '8000000' }],
          },
        },
      ],
    });
    expect(slip).not.toHaveProperty('contract');
    expect(await parcelOf(401)).toMatchObject({ purpose: 'ODT', held_by: code });
    expect((await land.officer.file(`/dossiers/${code}/slip/paper`)).status).toBe(200);
  });

  it('tells the desk each instalment, and changes the register only when the tax office says fulfilled', async () => {
    const code = await received(402);
    const body = { ...noticed, ...(await land.about(code)) };
    await land.say(PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV2, body, sender: 'tax' });
    expect(await land.view(code)).toMatchObject({ status: 'notices-received' });
    expect(await typesSent(code)).toContain('tax-results-available.v2');
    expect(await land.sent(code, 'tax-results-available')).toMatchObject([
      { results: [{ kind: 'land-use-fee', dueDate: '2026-09-03' }, { dueDate: '2026-11-02' }] },
    ]);
    expect((await land.leader.post(`/dossiers/${code}/sign-certificate`)).status).toBe(409);
    expect(await parcelOf(402)).toMatchObject({ purpose: 'ODT' });
    const [item] = fulfilled.items;
    const items = noticed.notices.map(({ number: noticeNumber }) => ({ ...item!, noticeNumber }));
    await land.say(ObligationFulfilledHandler, {
      ...{ of: ObligationFulfilledV1, body: { ...fulfilled, dossierCode: code, items }, sender: 'tax' },
    });
    expect(await land.view(code)).toMatchObject({ status: 'concluded', certificate: { form: 'noted' } });
    expect(await parcelOf(402)).toEqual({ purpose: 'TMD', held_by: null });
  });

  it('takes the notice from the tax office’s answer when it never came (M16)', async () => {
    const code = await received(403);
    const { slipId } = await land.about(code);
    const body = { ...told, dossierCode: code, slipId };
    await land.say(TaxStateToldHandler, { of: TaxStateToldV2, body, sender: 'tax' });
    expect(await land.view(code)).toMatchObject({ status: 'notices-received' });
  });

  it('goes to no tax office when the new purpose is not dearer', async () => {
    const code = await filed(404, '8000000');
    expect(await land.view(code)).toMatchObject({ status: 'concluded' });
    expect(await typesSent(code)).not.toContain('transfer-slip-sent.v2');
  });
});

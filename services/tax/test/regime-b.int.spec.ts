import { TestStage } from '@lienthong/testing';
import { taxService } from '../src/tax.service-definition';
import { TaxDesk } from './tax-desk.mother';
import { openTax } from './tax-service.mother';
import { aContract } from './transfer-slip.mother';

describe('the acceptance of a slip', () => {
  const stages: TestStage[] = [];
  afterAll(() => Promise.all(stages.map((stage) => stage.close())));

  async function desk(opening: Promise<TestStage>): Promise<TaxDesk> {
    const stage = await opening;
    stages.push(stage);
    const opened = new TaxDesk(stage);
    await opened.keepPrices();
    return opened;
  }

  it('M12, corrections row 16: regime C knows none, its clock starts on receipt', async () => {
    const officeOfToday = await desk(openTax());
    const code = await officeOfToday.slip(401);
    const { stage } = officeOfToday;
    expect(await stage.sent('transfer-slip-received', code)).toHaveLength(1);
    expect(await stage.sent('transfer-slip-accepted', code)).toEqual([]);
  });

  it('M12, T4: regime B tells the day of acceptance, from which its five working days are counted', async () => {
    const opening = TestStage.open(taxService, { at: '2026-06-29T10:00:00+07:00', office: 'bien-hoa' });
    const officeOfThen = await desk(opening);
    const dates = { receivedAt: '2026-06-29T09:10:00+07:00', completeAt: '2026-06-29T09:10:00+07:00' };
    const contract = aContract(500_000_000n, { effectiveDate: '2026-06-01' });
    const code = await officeOfThen.slip(402, { ...dates, contract, registeredOn: '2026-06-29' });
    expect(await officeOfThen.view(code)).toMatchObject({ regime: 'B', noticeLimitOn: '2026-07-06' });
    expect(await (await opening).sent('transfer-slip-accepted', code)).toMatchObject([
      { recipients: 'land-registry/bien-hoa', body: { acceptedOn: '2026-06-29' } },
    ]);
  });
});

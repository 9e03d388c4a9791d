import type { BirthDeclaredV1 } from '@lienthong/contracts';
import { Agencies } from './answers.mother';
import { birthNumber, CivilStage } from './civil-status.mother';

describe('requests and corrections that follow a registered birth', () => {
  let civil: CivilStage;
  let agencies: Agencies;
  beforeAll(async () => {
    civil = await CivilStage.open();
    agencies = new Agencies(civil);
  });
  afterAll(() => civil.close());

  const following = (number: number, first: BirthDeclaredV1, linkedDossierCode: string): BirthDeclaredV1 => {
    const { healthCard: _card, ...residenceOnly } = first.declaration;
    return { ...birthNumber(number), declaration: { ...residenceOnly, linkedDossierCode } };
  };
  const refusedTwice = async (number: number): Promise<readonly [BirthDeclaredV1, BirthDeclaredV1]> => {
    const first = birthNumber(number);
    await civil.registered(first);
    await agencies.residenceRefused(first.dossierCode);
    const second = following(number + 1, first, first.dossierCode);
    await civil.declareBirth(second);
    return [first, second];
  };

  it('may be refused, and be followed by the next one (O §4.5 residence refused)', async () => {
    const [first, second] = await refusedTwice(50);
    await agencies.residenceRefused(second.dossierCode);
    const third = following(52, first, second.dossierCode);
    await civil.declareBirth(third);
    await agencies.residenceRegistered(third.dossierCode);
    expect(await civil.view(third.dossierCode)).toMatchObject({
      status: 'concluded',
      outcome: 'completed',
      firstDossierCode: first.dossierCode,
    });
  });

  it('hear of a correction of the birth, whichever dossier the decision names (O §4.5 corrected)', async () => {
    const [first, second] = await refusedTwice(53);
    const changes = [{ field: 'name', after: 'Nguyễn Lê Ân' }];
    const request = { decisionNumber: '16/QĐ-UBND', decidedOn: '2026-08-03', changes };
    const key = { 'idempotency-key': `correct-${second.dossierCode}` };
    expect(await civil.leader.post(`/births/${second.dossierCode}/corrections`, request, key)).toMatchObject({
      status: 200,
      body: { dossierCode: first.dossierCode },
    });
    const told = await Promise.all(
      [first, second].map(({ dossierCode }) => civil.sent('birth-corrected', dossierCode)),
    );
    const birth = { child: { name: 'Nguyễn Lê Ân' } };
    expect(told).toMatchObject([
      [{ recipients: expect.stringContaining('health-insurance/bien-hoa'), body: { birth } }],
      [{ recipients: 'residence/tran-bien', body: { birth } }],
    ]);
  });

  it('refuses a correction that no register may have, by the change that brings it (O §4.5 corrected)', async () => {
    const body = birthNumber(56);
    const { dossierCode } = body;
    await civil.registered(body);
    const correct = (number: number, request: object): ReturnType<typeof civil.leader.post> =>
      civil.leader.post(
        `/births/${dossierCode}/corrections`,
        { decisionNumber: '17/QĐ-UBND', decidedOn: '2026-08-03', ...request },
        { 'idempotency-key': `correct-${dossierCode}-${number}` },
      );
    const ethnicity = { field: 'ethnicity', after: 'Tày' };
    const wrong = [
      [{ changes: [ethnicity, { field: 'birth-date', after: '2026-99-99' }] }, 'changes[1].after'],
      [{ changes: [{ field: 'birth-date', after: '2026-08-30' }] }, 'changes[0].after'],
      [{ changes: [{ field: 'name', after: 'A'.repeat(150) }] }, 'changes[0].after'],
      [{ changes: [ethnicity], decidedOn: '2026-08-04' }, 'decidedOn'],
    ] as const;
    for (const [index, [request, path]] of wrong.entries())
      expect(await correct(index, request)).toMatchObject({
        body: { code: 'http.INPUT_INVALID', faults: [{ path }] },
      });
    expect(await correct(9, { changes: [ethnicity, { ...ethnicity, after: 'Thái' }] })).toMatchObject({
      body: { code: 'civil-status.CORRECTION_EMPTY' },
    });
    expect(await civil.sent('birth-corrected', dossierCode)).toEqual([]);
  });
});

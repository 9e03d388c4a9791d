import type { LandRequest } from '@lienthong/contracts';
import { requestOf, W2_DAY } from './conveyance-papers.mother';
import { requestFaults } from './request-papers.rules';

function faultsOf(change: Partial<LandRequest>, procedure = '1.011441'): string[] {
  return requestFaults(procedure, requestOf(change), W2_DAY).map(({ path, rule }) => `${path} ${rule}`);
}

const { mortgage: _mortgage, ...withoutPart } = requestOf();
const bare = (request: Partial<LandRequest>, procedure: string): string[] =>
  requestFaults(procedure, { ...withoutPart, ...request }, W2_DAY).map(({ path, rule }) => `${path} ${rule}`);

const release = { registerNumber: '00001/2026/CS-BIEN-HOA', documentNumber: '12/GXN', documentDate: '2026-08-01' };

describe('papers of a request without another owner', () => {
  it('are accepted when they break no rule', () => {
    expect(faultsOf({})).toEqual([]);
    expect(bare({ changeKind: 'mortgage-release', release }, '1.011443')).toEqual([]);
    expect(bare({ changeKind: 'deferral-removal', release }, '1.013988')).toEqual([]);
  });

  it('are refused under a procedure for another kind of change, a transfer’s too (R11)', () => {
    expect(faultsOf({}, '1.011443')).toEqual(['changeKind R11']);
    expect(faultsOf({}, '1.013831')).toEqual(['changeKind R11']);
    expect(faultsOf({}, '2.002622')).toEqual(['procedure R11']);
  });

  it('have the part of their kind and no other', () => {
    expect(bare({ changeKind: 'mortgage' }, '1.011441')).toEqual(['mortgage required']);
    expect(faultsOf({ release })).toEqual(['release unexpected']);
  });

  it('name owners whose shares add up to one (R1), and papers that were made by then', () => {
    const [owner] = requestOf().owners;
    expect(faultsOf({ owners: [{ ...owner!, share: '1/2' }] })).toEqual(['owners R1']);
    expect(faultsOf({ mortgage: { ...requestOf().mortgage!, contractDate: '2026-08-04' } })).toEqual([
      'mortgage.contractDate notInFuture',
    ]);
  });

  it('give an owner, and nobody else, another name than the one that stands there', () => {
    const [owner] = requestOf().owners;
    const change = { newName: 'Nguyễn Thị Mới', documentNumber: '3/QĐ', decidedOn: '2026-07-01' };
    const named = (number: string, newName = change.newName): string[] =>
      bare(
        { changeKind: 'name-change', nameChanges: [{ ...change, newName, personalIdentificationNumber: number }] },
        '1.013833',
      );
    expect(named(owner!.personalIdentificationNumber)).toEqual([]);
    expect(named(owner!.personalIdentificationNumber, owner!.name)).toEqual(['nameChanges[0].newName changed']);
    expect(named('075088000009')).toEqual(['nameChanges[0].personalIdentificationNumber owner']);
  });

  it('change a purpose to another one', () => {
    const purposeChange = {
      newPurpose: 'ODT',
      newPosition: '45-312',
      documentNumber: '1/DK',
      declaredOn: '2026-08-01',
    };
    expect(bare({ changeKind: 'purpose-change', purposeChange }, '1.013992')).toEqual([
      'purposeChange.newPurpose changed',
    ]);
    const other = { ...purposeChange, newPurpose: 'TMD' };
    expect(bare({ changeKind: 'purpose-change', purposeChange: other }, '1.013992')).toEqual([]);
  });
});

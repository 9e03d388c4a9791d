import { officeTerms } from '../../test/notices.mother';
import type { PayableItem } from '../obligations/payable-item.entity';
import { dueParts, loweredParts } from './due-parts.rules';

const M = 1_000_000n;
const issuing = { issuedOn: '2026-08-10', terms: officeTerms };
const owed = { amountDong: 300n * M, isFirst: true, dueDate: '2026-09-09' };

describe('when what a notice asks for is due', () => {
  it('is in one sum by the day of the notice for tax and registration fee (T16)', () => {
    expect(dueParts('registration-fee', owed, issuing)).toEqual([owed]);
  });

  it('is in halves for a land-use fee, the second on the working day after its Sunday (T17, W15)', () => {
    expect(dueParts('land-use-fee', owed, issuing)).toEqual([
      { amountDong: 150n * M, dueDate: '2026-09-09' },
      { amountDong: 150n * M, dueDate: '2026-11-09' },
    ]);
  });

  it('is whole in thirty days for the increase of a land-use fee, or in halves where the office reads it so (reading d)', () => {
    const raised = { ...owed, isFirst: false };
    expect(dueParts('land-use-fee', raised, issuing)).toEqual([{ amountDong: 300n * M, dueDate: '2026-09-09' }]);
    const inHalves = { ...officeTerms.readings, raisedLandUseFee: 'in-halves' as const };
    const terms = { ...officeTerms, readings: inHalves };
    expect(dueParts('land-use-fee', raised, { ...issuing, terms })).toHaveLength(2);
  });

  it('stays for instalments that became smaller, each less what was paid for it (F6)', () => {
    const item = (amountDong: bigint, dueDate: string, paidDong: bigint): PayableItem =>
      ({ amountDong: String(amountDong), dueDate, paidDong: String(paidDong), carriedDong: '0' }) as PayableItem;
    const old = [item(150n * M, '2026-09-09', 120n * M), item(150n * M, '2026-11-09', 0n)];
    expect(loweredParts(old, 200n * M)).toMatchObject([
      { amountDong: 100n * M, dueDate: '2026-09-09', publishedDong: 0n, inPlaceOf: old[0] },
      { amountDong: 100n * M, dueDate: '2026-11-09', publishedDong: 100n * M, inPlaceOf: old[1] },
    ]);
  });
});

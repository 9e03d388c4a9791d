import { dongText } from '@lienthong/kernel';
import { changesOf, computed, noneStanding, standingAfter } from '../../test/notices.mother';
import { aContract, aSlip, persons } from '../../test/transfer-slip.mother';
import type { ComputedAssessment } from '../assessments/assessment.state';
import { recordBooking, recordPayment } from '../obligations/payable-item.rules';
import type { NoticeChanges, Standing } from './notice-changes.state';

const FIRST = { on: '2026-08-10', numbers: { firstNotice: 11, itemGroup: 1 } };
const LATER = { on: '2026-08-20', numbers: { firstNotice: 13, itemGroup: 2 } };

const REFERENCE = '01012026000000000101';
const paidOn = '2026-08-15';

const first = changesOf(computed(), noneStanding, FIRST);
const standing = standingAfter(first);

function priced(totalDong: bigint, replaced: Parameters<typeof aSlip>[0] = {}): ComputedAssessment {
  return computed(aSlip({ contract: aContract(totalDong), ...replaced }));
}

function amendedBy(assessment: ComputedAssessment, before: Standing = standing): NoticeChanges {
  return changesOf(assessment, before, LATER);
}

/** The seller's item with some of it paid, booked or not. */
function paidFor(amountDong: bigint, booked: boolean): Standing {
  const stated = { messageId: 'm', reference: REFERENCE, amountDong: dongText(amountDong), paidOn };
  const entry = { ...stated, entryNumber: 'BT-1', bookedOn: '2026-08-16' };
  const [tax, ...others] = standing.items;
  return { ...standing, items: [booked ? recordBooking(tax!, entry) : recordPayment(tax!, stated), ...others] };
}

describe('notices that follow others', () => {
  it('F6: an increase names the notice it replaces, is an item of its own and is due in 30 days', () => {
    const { issued, opened, closed } = amendedBy(priced(1_200_000_000n));
    expect(issued[0]).toMatchObject({
      number: 'TB2600017-TK0000013/TB-TCS',
      kind: 'personal-income-tax',
      dueDate: '2026-09-21',
      amends: { replaces: 'TB2600017-TK0000011/TB-TCS', change: 'raised', differenceDong: '8000000' },
      rows: [
        { payableItemId: '00000000000100001', amountDong: '16000000', dueDate: '2026-09-09' },
        { payableItemId: '00000000000200001', amountDong: '8000000' },
      ],
    });
    expect(issued[0]?.rows[1]).not.toHaveProperty('dueDate');
    expect(opened.map(({ publishedDong, item }) => [publishedDong, item.dueDate])).toEqual([
      ['8000000', '2026-09-21'],
      ['2000000', '2026-09-21'],
    ]);
    expect(closed).toEqual([]);
  });

  it('F6: a decrease keeps the date of the first notice; the old item is closed and names the one in its place', () => {
    const before = standingAfter(changesOf(priced(1_200_000_000n), noneStanding, FIRST));
    const { issued, opened, closed } = amendedBy(computed(), before);
    expect(issued[0]).toMatchObject({
      dueDate: '2026-09-09',
      amends: { change: 'lowered', differenceDong: '8000000' },
      rows: [{ payableItemId: '00000000000200001', amountDong: '16000000' }],
    });
    expect(opened[0]).toMatchObject({ publishedDong: '16000000', item: { dueDate: '2026-09-09' } });
    expect(closed[0]).toMatchObject({
      payableItemId: '00000000000100001',
      amountDong: '24000000',
      state: 'closed',
      closedFor: 'amended',
      closedOn: '2026-08-20',
      replacedBy: '00000000000200001',
    });
  });

  it('F6: what was paid before a decrease is not asked for again, whether it is booked yet or not', () => {
    const lower = priced(1n, { parcels: aSlip().parcels.map((parcel) => ({ ...parcel, areaSquareMetres: '50' })) });
    for (const booked of [true, false]) {
      const { opened } = amendedBy(lower, paidFor(6_000_000n, booked));
      expect(opened[0]).toMatchObject({ publishedDong: '2000000', item: { amountDong: '8000000' } });
      expect(amendedBy(lower, paidFor(16_000_000n, booked)).opened[0]).toMatchObject({ publishedDong: '0' });
    }
  });

  it('F29: a kind whose amounts did not change keeps its notice', () => {
    const { issued, opened, withdrawn, closed } = amendedBy(priced(700_000_000n));
    expect({ issued, opened, withdrawn, closed }).toEqual({ issued: [], opened: [], withdrawn: [], closed: [] });
  });

  it('F6: other persons for the same total amend the notice without a difference', () => {
    const { issued, closed } = amendedBy(computed(aSlip({ buyers: persons(['1/4', '3/4']) })));
    expect(issued).toMatchObject([
      { kind: 'registration-fee', amends: { change: 'unchanged', differenceDong: '0' }, rows: { length: 2 } },
    ]);
    expect(closed).toMatchObject([{ payer: 'buyer', closedFor: 'amended' }]);
    expect(closed[0]).not.toHaveProperty('replacedBy');
  });

  it('F20: a seller who turns out to be exempt has the notice withdrawn, the buyer’s stands', () => {
    const slip = aSlip();
    const person = slip.sellers[0]!.personalIdentificationNumber!;
    const exempt = computed(slip, [
      { ground: 'sole-home', person, otherHomes: 0, futureHomes: 0, heldSince: '2019-04-01', wholeProperty: true },
    ]);
    const changes = amendedBy(exempt);
    expect(changes.withdrawn).toEqual(['TB2600017-TK0000011/TB-TCS']);
    expect(changes.issued).toEqual([]);
    expect(changes.closed).toMatchObject([{ payer: 'seller', closedFor: 'withdrawn' }]);
  });

  it('F19: a deferred fee is on the notice but published to nobody', () => {
    const slip = aSlip();
    const person = slip.buyers[0]!.personalIdentificationNumber!;
    const deferred = computed(slip, [{ ground: 'fee-deferral', person, proof: 'papers' }]);
    const { issued, opened } = changesOf(deferred, noneStanding, FIRST);
    expect(issued[1]?.rows).toMatchObject([{ amountDong: '4000000', deferred: true }]);
    expect(opened[1]).toMatchObject({ publishedDong: '0', item: { state: 'deferred' } });
  });
});

import { vietnamCalendar } from '@lienthong/kernel';
import { aSlip } from '../../test/transfer-slip.mother';
import { afterReturn, assessed, requireReadyToIssue, returned } from './assessment.rules';
import { defaultReadings } from '../law/readings.data';

const terms = { calendar: vietnamCalendar, readings: defaultReadings };

function arrival(receivedOn: string): Parameters<typeof assessed>[1] {
  const receivedAt = new Date(`${receivedOn}T16:00:00+07:00`);
  return {
    messageId: 'slip-message',
    office: 'bien-hoa',
    landOffice: 'bien-hoa',
    receivedAt,
    receivedOn,
    acceptedOn: receivedOn,
    declaredOn: receivedOn,
  };
}

describe('assessment', () => {
  it.each([
    ['2026-08-06', '2026-08-11'],
    ['2026-08-05', '2026-08-10'],
    ['2026-08-28', '2026-09-04'],
  ])('T5, regime C: a slip received on %s is to be answered by %s, three working days', (receivedOn, limit) => {
    expect(assessed(aSlip(), arrival(receivedOn), terms).noticeLimitOn).toBe(limit);
  });

  it('corrections row 15: the tax clock that starts on 30/06/2026 still has five working days', () => {
    expect(assessed(aSlip(), arrival('2026-06-30'), terms).noticeLimitOn).toBe('2026-07-07');
    expect(assessed(aSlip(), arrival('2026-07-01'), terms).noticeLimitOn).toBe('2026-07-06');
  });

  it('A.4: the same slip is answered by 10 August under regime C, by 13 August under the regime B that the dossier keeps', () => {
    const slip = arrival('2026-08-05');
    expect(assessed(aSlip(), slip, terms)).toMatchObject({ regime: 'C', noticeLimitOn: '2026-08-10' });
    const earlier = assessed(aSlip(), arrival('2026-06-29'), terms);
    const accepted = { ...slip, acceptedOn: '2026-08-06' };
    expect(assessed(aSlip({ submission: 2 }), accepted, { ...terms, earlier })).toMatchObject({
      regime: 'B',
      clockStartedOn: '2026-08-06',
      noticeLimitOn: '2026-08-13',
    });
  });

  it('F3: a returned slip gave the dossier no regime, so the next one chooses it', () => {
    const back = returned(aSlip(), arrival('2026-06-29'), [{ rule: 'R1', text: '…' }]);
    expect(assessed(aSlip({ submission: 2 }), arrival('2026-07-01'), { ...terms, earlier: back }).regime).toBe('C');
  });

  it('finds one-stop desk, treasury and area by the parcels’ commune', () => {
    expect(assessed(aSlip(), arrival('2026-08-03'), terms)).toMatchObject({
      intakeOffice: 'bien-hoa',
      collection: { account: '7111', treasuryCode: '9901', taxOfficeCode: '9000017', areaCode: '26041' },
      slipMessageId: 'slip-message',
    });
  });

  it('F3: a returned slip starts no clock, and a later one that goes back takes an unissued assessment off the desk', () => {
    const back = returned(aSlip(), arrival('2026-08-03'), [{ rule: 'R1', text: '…' }]);
    expect(back).not.toHaveProperty('noticeLimitOn');
    const earlier = assessed(aSlip(), arrival('2026-08-03'), terms);
    expect(afterReturn(undefined, back)).toEqual(back);
    expect(afterReturn(earlier, back)).toEqual({ ...back, regime: 'C', clockStartedOn: '2026-08-03' });
    const issued = { ...earlier, state: 'issued' as const, issuedAt: earlier.receivedAt, issuedBy: 'officer' };
    expect(afterReturn(issued, back)).toBe(issued);
    expect(() => requireReadyToIssue(back)).toThrow('tax.NOT_READY_TO_ISSUE');
    expect(() => requireReadyToIssue(issued)).toThrow('tax.NOT_READY_TO_ISSUE');
  });
});

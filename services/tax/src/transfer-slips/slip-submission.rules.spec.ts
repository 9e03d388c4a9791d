import { vietnamCalendar } from '@lienthong/kernel';
import { aSlip } from '../../test/transfer-slip.mother';
import { assessed } from '../assessments/assessment.rules';
import { submissionFaults } from './slip-submission.rules';
import { defaultReadings } from '../law/readings.data';

const terms = { calendar: vietnamCalendar, readings: defaultReadings };

const arrival = {
  messageId: 'm',
  office: 'bien-hoa',
  landOffice: 'bien-hoa',
  receivedAt: new Date('2026-08-03T10:00:00+07:00'),
  receivedOn: '2026-08-03',
  acceptedOn: '2026-08-03',
  declaredOn: '2026-08-03',
};
const earlier = assessed(aSlip(), arrival, terms);
const replacement = aSlip({ submission: 2, submissionKind: 'replacement' });

describe('submission of a slip', () => {
  it('takes a first slip, and a replacement that counts up (M14, F5)', () => {
    expect(submissionFaults(aSlip(), undefined)).toEqual([]);
    expect(submissionFaults(replacement, earlier)).toEqual([]);
  });

  it('returns a replacement of nothing, a repeated number, a withdrawal (M14, M15)', () => {
    expect(submissionFaults(replacement, undefined)).toMatchObject([{ rule: 'M14' }]);
    expect(submissionFaults(aSlip(), earlier)).toMatchObject([{ rule: 'M14' }]);
    expect(submissionFaults(aSlip({ submissionKind: 'withdrawal' }), earlier)).toMatchObject([{ rule: 'M15' }]);
  });

  it('takes a replacement once the notices are issued: they are amended by it, never overwritten (F6)', () => {
    const issued = { ...earlier, state: 'issued' as const, issuedAt: arrival.receivedAt, issuedBy: 'officer' };
    expect(submissionFaults(replacement, issued)).toEqual([]);
    expect(submissionFaults(aSlip(), issued)).toMatchObject([{ rule: 'M14' }]);
  });
});

import { findProcedure, versionOn } from '../catalogue';
import { given } from '../conversation.mother';
import { countedHours, plannedDues, workPlanOn } from './work-plans';
import { workPlans } from './work-plans.data';

const version = versionOn(findProcedure('1.013831')!, '2026-08-03');

describe('the work plan of a land office (O §1.7)', () => {
  it('spreads 13 working days, 104 hours, over its steps; tax and citizen count nothing', () => {
    const plan = workPlanOn('thirteen-days', '1.013831', '2026-08-03')!;
    expect(plan).toMatchObject({ trust: 'found', source: expect.stringContaining('IX-68878984688') });
    expect(plan.work.map(({ hours }) => hours)).toEqual([4, 8, 0, 0, 0, 72, 8, 4, 4, 4, 0]);
    expect(countedHours(plan)).toBe(104);
  });

  it('is another one in the office’s variant: 40 hours of the tax office are excluded', () => {
    const plan = workPlanOn('short-slip', '1.013831', '2026-08-03')!;
    expect(plan.work.map(({ hours }) => hours)).toEqual([4, 16, 8, 8, 40, 8, 8, 8, 4, 4]);
    expect(countedHours(plan)).toBe(68);
  });

  it('gives 7 days to a change without tax, 3 to a secured transaction and 1 to its deletion', () => {
    const days = ['1.013833', '1.011441', '1.011443'].map((code) => {
      const plan = workPlanOn('thirteen-days', code, '2026-08-03');
      return plan && countedHours(plan) / 8;
    });
    expect(days).toEqual([7, 3, 1]);
  });

  it('holds from a day on, and none is known before', () => {
    expect(workPlanOn('thirteen-days', '1.013831', '2025-06-30')).toBeUndefined();
    expect(workPlans.every(({ source }) => source.length > 0)).toBe(true);
  });

  it('says by when an open step should be done, in working hours from its beginning', () => {
    const talk = given(version, '2026-08-03 09:10').reply('dossier-forwarded').reply('dossier-received');
    expect(plannedDues(talk.instance, 'thirteen-days')).toEqual([
      expect.objectContaining({ step: 'check', hours: 8, due: new Date('2026-08-04T09:10:00+07:00') }),
    ]);
    talk.reply('progress-changed').act('draft-slip').reply('transfer-slip-sent');
    expect(plannedDues(talk.instance, 'thirteen-days')).toEqual([]);
  });
});

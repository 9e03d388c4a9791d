import { findProcedure, versionOn } from '../catalogue';
import { branchClock, stepDue, totalTime } from '../clocks';
import { type Conversation, given } from '../conversation.mother';
import { outcomeOf } from '../dossier-states';
import type { ProcedureVersion } from '../procedure';
import { birthRegistration } from './birth-registration.procedure';

const under = (on: string): ProcedureVersion => versionOn(birthRegistration, on)!;
const current = under('2026-09-07');
const START = '2026-09-07 08:00';
const local = (at: Date | undefined): string | undefined =>
  at && new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const declared = (without: readonly string[] = []): Conversation =>
  given(current, START, without).reply('birth-declared');
const registered = (without: readonly string[] = []): Conversation =>
  declared(without).act('check').act('allocate-number').reply('birth-registered');

describe('the birth chain', () => {
  it('is found by its code in the version of the day: 2015, 2024, 2026', () => {
    expect(findProcedure('2.002621')).toBe(birthRegistration);
    expect(under('2019-08-12').source).toContain('TTLT 05/2015');
    expect(under('2024-06-10').source).toContain('NĐ 63/2024');
    expect(under('2026-08-31').version).toBe(2);
    expect(under('2026-09-01').source).toContain('NĐ 301/2026');
    expect(versionOn(birthRegistration, '2015-06-30')).toBeUndefined();
  });

  it('goes from one declaration to three results (O §4.2)', () => {
    const talk = given(current, START)
      .expect({ open: ['declare'], branches: { registration: 1, residence: 1, 'health-card': 1 }, parent: 1 })
      .reply('birth-declared')
      .expect({ open: ['check'], effects: [], parent: 1 })
      .act('check')
      .expect({ open: ['allocate-number'], branches: { registration: 2 }, parent: 2 })
      .act('allocate-number')
      .expect({ open: ['register'], branches: { registration: 4 }, parent: 4 })
      .reply('birth-registered')
      .expect({
        open: ['register-residence', 'issue-card', 'conclude (waiting)'],
        effects: ['ask residence-requested', 'ask health-card-requested'],
        branches: { registration: 9, residence: 1, 'health-card': 1 },
        parent: 4,
      })
      .reply('health-card-issued')
      .expect({ open: ['register-residence', 'conclude (waiting)'], parent: 4 })
      .reply('residence-registered')
      .expect({ open: ['conclude'], branches: { residence: 9, 'health-card': 9 }, parent: 9 })
      .reply('chain-concluded')
      .expect({ open: ['hand-over'], effects: [], parent: 9 })
      .reply('result-handed-over')
      .expect({ end: 'returned', branches: { registration: 10, residence: 10, 'health-card': 10 }, parent: 10 });
    expect(outcomeOf(current, talk.instance)).toBe('completed');
  });

  it('knows birth and card without residence (TTLT 05/2015)', () => {
    registered(['residence'])
      .expect({ open: ['issue-card', 'conclude (waiting)'], effects: ['ask health-card-requested'] })
      .reply('health-card-issued')
      .expect({ open: ['conclude'], parent: 9 });
  });
});

describe('the failure cases of the birth chain that are about its course', () => {
  it('number allocation fails: stays in registering, an officer is told, no number is invented (O §4.5 number fails)', () => {
    declared()
      .act('check')
      .late('allocate-number')
      .expect({ open: ['allocate-number'], effects: ['escalate allocate-number (civil-status)'], parent: 2 })
      .refuses('birth-registered')
      .act('allocate-number')
      .expect({ open: ['register'] });
  });

  it('the number answers twice: the second answer is not expected (O §4.5 number twice)', () => {
    declared().act('check').act('allocate-number').refusesAct('allocate-number');
  });

  it('residence refused after birth: certificate and card are delivered, partly completed (O §4.5 residence refused)', () => {
    const talk = registered()
      .reply('residence-refused', { reason: 'CT06' })
      .expect({ branches: { residence: 3, 'health-card': 1 }, effects: ['branch-ended residence 3'], parent: 4 })
      .reply('health-card-issued')
      .expect({ open: ['conclude'], parent: 9 })
      .reply('chain-concluded')
      .reply('result-handed-over')
      .expect({ end: 'returned', branches: { registration: 10, residence: 3, 'health-card': 10 }, parent: 10 });
    expect(outcomeOf(current, talk.instance)).toBe('partly-completed');
  });

  it('residence refused after the police had accepted: its sub-dossier ends in 8 (O §4.5, corrections row 9)', () => {
    registered()
      .reply('residence-refused', { reason: 'CT06', accepted: true })
      .expect({ branches: { residence: 8 }, effects: ['branch-ended residence 8'] });
  });

  it('supplement on one branch pauses only that clock (O §4.5 supplement)', () => {
    const talk = registered();
    const clock = (branch: string): string =>
      `${branchClock(current, talk.instance, { branch, at: talk.at }).state} ${local(
        branchClock(current, talk.instance, { branch, at: talk.at }).due,
      )}`;
    talk
      .on('2026-09-07 10:00')
      .reply('residence-supplement-wanted')
      .expect({
        effects: ['supplement residence'],
        branches: { residence: 5, 'health-card': 1 },
        parent: 4,
      });
    talk.on('2026-09-10 10:00');
    expect([clock('residence'), clock('health-card')]).toEqual(['stands 2026-09-14 08:00', 'runs 2026-09-09 08:00']);
    talk.reply('papers-supplemented', { branch: 'residence' }).expect({ branches: { residence: 1 } });
    expect([clock('residence'), clock('health-card')]).toEqual(['runs 2026-09-14 08:00', 'runs 2026-09-09 08:00']);
  });

  it('papers that do not come within 7 working days are a refusal (O §4.5 supplement)', () => {
    const talk = registered().reply('residence-supplement-wanted');
    expect(local(stepDue(current, talk.instance, 'register-residence'))).toBe('2026-09-16 08:00');
    talk.late('register-residence').expect({ branches: { residence: 3 }, effects: ['branch-ended residence 3'] });
  });

  it('papers wanted by two agencies are brought branch by branch (O §4.5 supplement)', () => {
    registered()
      .reply('residence-supplement-wanted')
      .reply('health-card-supplement-wanted')
      .expect({ branches: { residence: 5, 'health-card': 5 }, parent: 5 })
      .refuses('papers-supplemented')
      .reply('papers-supplemented', { branch: 'health-card' })
      .expect({ branches: { residence: 5, 'health-card': 1 }, parent: 4 });
  });

  it('a card that exists already is a success (O §4.5 card exists)', () => {
    registered()
      .reply('health-card-issued')
      .expect({ branches: { 'health-card': 9 } });
  });

  it('a correction after the card changes nothing in the chain, and no second card is taken (O §4.5 corrected)', () => {
    registered()
      .reply('health-card-issued')
      .reply('birth-corrected')
      .expect({ open: ['register-residence', 'conclude (waiting)'], effects: [] })
      .refuses('health-card-issued');
  });

  it.each(['duplicate submission', 'child six or older'])('%s is not accepted (O §4.5)', () => {
    const talk = declared()
      .reply('chain-concluded', { reason: 'see the first dossier' })
      .expect({ end: 'not-accepted', parent: 3, branches: { registration: 3, residence: 3, 'health-card': 3 } });
    expect(outcomeOf(current, talk.instance)).toBe('not-accepted');
  });

  it('the same child in two communes: the number service refuses, the second is stopped (O §4.5 two communes)', () => {
    declared()
      .act('check')
      .reply('chain-concluded')
      .expect({ end: 'stopped', parent: 8, effects: ['ended stopped'] });
  });

  it('the child dies: open branches stop with 8, the birth record stays (O §4.5 child dies)', () => {
    registered()
      .reply('health-card-issued')
      .stop('the child died')
      .expect({
        open: ['conclude'],
        branches: { registration: 9, residence: 8, 'health-card': 9 },
        effects: ['branch-ended residence 8'],
        parent: 9,
      })
      .reply('residence-registered')
      .expect({ effects: [expect.stringContaining('officer-task register-residence')] });
  });

  it('a unit merged meanwhile: what it could not be told becomes an officer’s task until it is sent again (O §4.5 merged)', () => {
    registered()
      .fails('residence-requested', 'recipient closed')
      .expect({ effects: ['officer-task register-residence: recipient closed'], branches: { registration: 9 } })
      .reply('residence-requested')
      .reply('residence-registered')
      .expect({ branches: { residence: 9 } });
  });

  it('a silent partner is named to the supervisor, once, and the due date stays (O §4.5 silent partner)', () => {
    const talk = registered();
    const due = local(stepDue(current, talk.instance, 'register-residence'));
    talk
      .on('2026-09-10 08:00')
      .late('register-residence')
      .expect({ effects: ['escalate register-residence (residence)'], branches: { residence: 1 } })
      .late('register-residence')
      .expect({ effects: [] });
    expect(local(stepDue(current, talk.instance, 'register-residence'))).toBe(due);
  });

  it('nothing stops the registration once it is signed (O §4.5 saga rule)', () => {
    registered().refusesStop('registration');
    declared().stop('withdrawn').expect({ end: 'stopped', parent: 8 });
  });
});

describe('the rule set of 2015', () => {
  const version = under('2019-08-12');

  it('gives 20 working days for three procedures, 15 without residence, 2 and 5 more by reason (TTLT 05/2015)', () => {
    const total = (choice: Parameters<typeof totalTime>[2]): unknown => {
      const time = totalTime(version, '2019-08-12', choice);
      return [time?.amount, time?.reading];
    };
    expect(total({})).toEqual([20, false]);
    expect(total({ without: ['residence'] })).toEqual([15, false]);
    expect(total({ extensions: ['completed-file'] })).toEqual([22, false]);
    expect(total({ extensions: ['completed-file', 'remote-commune'] })).toEqual([27, false]);
  });

  it('gives police 10 and social insurance 7 working days as readings (O §4.5)', () => {
    const talk = given(version, '2019-08-12 09:00').reply('birth-declared').act('check').act('allocate-number');
    talk.reply('birth-registered');
    expect(local(stepDue(version, talk.instance, 'register-residence'))).toBe('2019-08-26 09:00');
    expect(local(stepDue(version, talk.instance, 'issue-card'))).toBe('2019-08-21 09:00');
    expect(version.steps.flatMap(({ limits }) => limits).every(({ reading }) => reading)).toBe(true);
  });
});

describe('what was not read', () => {
  it('is said on the version, and the identity card under six stays switched off (NĐ 301/2026)', () => {
    expect(current.readings?.join()).toContain('Switched off: the identity card');
    expect(current.branches?.map(({ id }) => id)).toEqual(['registration', 'residence', 'health-card']);
  });
});

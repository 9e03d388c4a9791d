import { branchClock, stepDue, totalTime } from './clocks';
import { type Conversation, given, instant } from './conversation.mother';
import { begin, decide } from './decide';
import { defineProcedure } from './define-procedure';
import { outcomeOf } from './dossier-states';
import { days, forkedVersion, invented, inventedProcedure } from './forked.mother';

const [version] = defineProcedure(inventedProcedure(), invented).versions;
const START = '2026-08-03 08:00';

const declared = (without: readonly string[] = []): Conversation => given(version, START, without).reply('declared');
const registered = (without: readonly string[] = []): Conversation =>
  declared(without).act('check').reply('registered');
const local = (at: Date | undefined): string | undefined =>
  at && new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('a procedure with parallel branches', () => {
  it('begins every branch that follows the pivot at once and asks each agency', () => {
    registered().expect({
      open: ['move', 'insure', 'conclude (waiting)'],
      effects: ['ask police-asked', 'ask insurer-asked'],
      branches: { registration: 9, residence: 1, card: 1 },
      parent: 4,
    });
  });

  it('passes through the steps of which the owner hears nothing', () => {
    registered().refuses('money-asked').refuses('paid');
  });

  it('waits with what follows several branches until all have come', () => {
    registered()
      .reply('insured')
      .expect({ open: ['move', 'conclude (waiting)'], effects: [], parent: 4 })
      .reply('moved')
      .expect({ open: ['conclude'], parent: 9 })
      .reply('concluded')
      .reply('handed-over')
      .expect({ open: [], end: 'returned', effects: ['ended returned'], parent: 10, branches: { card: 10 } });
  });

  it('leaves out the branches that the applicant did not choose, but never that of the pivot', () => {
    registered(['residence', 'card']).expect({ open: ['conclude'], branches: { registration: 9 }, parent: 9 });
    expect(() => begin(version!, instant(START), ['registration'])).toThrow('procedures.BRANCH_NOT_OPTIONAL');
  });

  it('refuses whatever no open step is waiting for, and says which are open', () => {
    const talk = declared().refuses('moved').refuses('declared').refusesAct('register').refusesAct('move');
    expect(() => decide(version!, talk.instance, { kind: 'act', step: 'move', at: talk.at })).toThrow(
      expect.objectContaining({ code: 'procedures.NOT_EXPECTED', facts: expect.objectContaining({ open: ['check'] }) }),
    );
  });

  it('takes no step that sends a message for an act, and no act for a message', () => {
    declared().act('check').refusesAct('register');
  });

  it('runs under sound versions only', () => {
    expect(() => begin({ ...forkedVersion }, instant(START))).toThrow('procedures.NOT_DEFINED');
  });
});

describe('a refusal', () => {
  it('of one branch ends that branch only; the others go on and the chain ends partly completed', () => {
    const talk = registered()
      .reply('police-refused', { reason: 'CT06' })
      .expect({
        open: ['insure', 'conclude (waiting)'],
        effects: ['branch-ended residence 3'],
        branches: { residence: 3, card: 1 },
        parent: 4,
      })
      .reply('insured')
      .expect({ open: ['conclude'], parent: 9 });
    expect(outcomeOf(version!, talk.instance)).toBe('partly-completed');
    expect(talk.instance.branches).toMatchObject({ residence: { state: 3, reason: 'CT06' } });
  });

  it('before acceptance ends all in 3, after it in 8', () => {
    const refused = declared().reply('concluded').expect({ end: 'not-accepted', parent: 3, open: [] });
    expect(outcomeOf(version!, refused.instance)).toBe('not-accepted');
    const stopped = declared().act('check').reply('concluded').expect({ end: 'stopped', parent: 8 });
    expect(outcomeOf(version!, stopped.instance)).toBe('stopped');
  });
});

describe('a supplement', () => {
  it('pauses the clock of its branch only and moves its due date by the working time that passed', () => {
    const talk = registered();
    const due = (branch: string): string | undefined =>
      local(branchClock(version!, talk.instance, { branch, at: talk.at }).due);
    expect([due('residence'), due('card')]).toEqual(['2026-08-17 08:00', '2026-08-17 08:00']);
    talk
      .on('2026-08-05 08:00')
      .reply('papers-wanted')
      .expect({
        open: ['move (paused)', 'insure', 'conclude (waiting)'],
        effects: ['supplement residence'],
        branches: { residence: 5, card: 1 },
        parent: 4,
      });
    talk.on('2026-08-10 08:00');
    expect(branchClock(version!, talk.instance, { branch: 'residence', at: talk.at }).state).toBe('stands');
    expect(branchClock(version!, talk.instance, { branch: 'card', at: talk.at }).state).toBe('runs');
    talk.reply('papers-came').expect({ open: ['move', 'insure', 'conclude (waiting)'], branches: { residence: 1 } });
    expect([due('residence'), due('card')]).toEqual(['2026-08-20 08:00', '2026-08-17 08:00']);
    expect(local(stepDue(version!, talk.instance, 'move'))).toBe('2026-08-20 08:00');
    expect(branchClock(version!, talk.instance, { branch: 'residence', at: talk.at })).toMatchObject({
      state: 'runs',
      usedMs: 2 * 8 * 3_600_000,
    });
  });

  it('shows the parent in 5 only while nothing else goes on', () => {
    registered().reply('papers-wanted').expect({ parent: 4 }).reply('insured').expect({ parent: 5 });
  });

  it('has a limit, after which the branch is refused', () => {
    const talk = registered().reply('papers-wanted');
    expect(local(stepDue(version!, talk.instance, 'move'))).toBe('2026-08-12 08:00');
    talk
      .on('2026-08-12 08:01')
      .late('move')
      .expect({ branches: { residence: 3 }, effects: ['branch-ended residence 3'] });
  });

  it('is answered once, and only when papers were wanted', () => {
    registered().refuses('papers-came').reply('papers-wanted').reply('papers-came').refuses('papers-came');
  });

  it('does not keep the agency from deciding without the papers', () => {
    const talk = registered().reply('papers-wanted').on('2026-08-05 08:00').reply('moved');
    talk.expect({ branches: { residence: 9 } }).on('2026-08-10 08:00');
    expect(talk.instance.steps['move']?.pauses).toEqual([
      { from: '2026-08-03T08:00:00.000+07:00', to: '2026-08-05T08:00:00.000+07:00' },
    ]);
    expect(branchClock(version!, talk.instance, { branch: 'residence', at: talk.at })).toMatchObject({
      state: 'ended',
      usedMs: 0,
    });
  });

  it('follows the vector of O §1.5: resumed the due time is 14/05 17:00, begun anew 20/05 09:00', () => {
    const timeOf = (afterwards: 'resume' | 'restart'): string | undefined => {
      const steps = forkedVersion.steps.map((step) =>
        step.supplement ? { ...step, limits: days(10), supplement: { ...step.supplement, afterwards } } : step,
      );
      const [other] = defineProcedure(inventedProcedure({ steps }), invented).versions;
      const talk = given(other, '2025-04-21 08:00').reply('declared').act('check').reply('registered');
      expect(local(stepDue(other!, talk.instance, 'move'))).toBe('2025-05-07 08:00');
      talk.on('2025-04-24 10:00').reply('papers-wanted').on('2025-05-06 09:00').reply('papers-came');
      return local(stepDue(other!, talk.instance, 'move'));
    };
    expect(timeOf('resume')).toBe('2025-05-14 17:00');
    expect(timeOf('restart')).toBe('2025-05-20 09:00');
  });
});

describe('forward recovery', () => {
  it('makes a message that could not be delivered an officer’s task and undoes nothing, until it is sent again', () => {
    registered()
      .fails('police-asked', 'expired')
      .expect({ effects: ['officer-task move: expired'], open: ['move', 'insure', 'conclude (waiting)'], parent: 4 })
      .reply('police-asked')
      .expect({ open: ['move', 'insure', 'conclude (waiting)'], effects: [] })
      .refuses('police-asked');
  });

  it('sends a question to a co-operating agency again in the same way', () => {
    const talk = declared()
      .reply('opinion-asked')
      .fails('opinion-asked', 'expired')
      .expect({ effects: ['officer-task check: expired'] });
    expect(talk.reply('opinion-asked').instance.steps['check']).not.toHaveProperty('task');
    talk
      .reply('opinion-given')
      .act('check')
      .expect({ open: ['register'] });
  });

  it('knows nothing of a message that is no part of the procedure', () => {
    const talk = registered();
    const unknown = { kind: 'message-failed', type: 'vn.lienthong.office.other.v1', at: talk.at, reason: 'x' } as const;
    expect(() => decide(version!, talk.instance, unknown)).toThrow('procedures.NOT_EXPECTED');
  });

  it('takes what the owner itself had said for its own task', () => {
    registered()
      .fails('registered', 'rejected')
      .expect({ effects: ['officer-task register: rejected'] });
  });
});

describe('a silent agency', () => {
  it('is told to the supervisor once; the step goes on and may still be done', () => {
    registered()
      .late('move')
      .expect({ effects: ['escalate move (police)'], branches: { residence: 1 } })
      .late('move')
      .expect({ effects: [] })
      .reply('moved')
      .expect({ branches: { residence: 9 } });
  });
});

describe('the time of a whole procedure', () => {
  it('follows what the applicant chose and what lengthens it', () => {
    const only = (branches: readonly string[], amount: number) =>
      days(amount).map((row) => ({ ...row, only: branches }));
    const [dated] = defineProcedure(
      inventedProcedure({
        totalLimits: [...only(['card'], 15), ...days(20)],
        extensions: [{ id: 'far', name: { vi: 'xa', en: 'far' }, foundBy: 'desk', limits: days(5) }],
      }),
      invented,
    ).versions;
    expect(totalTime(dated!, '2026-08-03')?.amount).toBe(20);
    expect(totalTime(dated!, '2026-08-03', { without: ['residence'] })?.amount).toBe(15);
    expect(totalTime(dated!, '2026-08-03', { extensions: ['far'] })?.amount).toBe(25);
    expect(totalTime(dated!, '2026-08-03', { without: ['card'] })?.amount).toBe(20);
    expect(totalTime(dated!, '2024-12-31')).toBeUndefined();
  });
});

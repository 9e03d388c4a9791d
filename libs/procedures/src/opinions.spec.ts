import { opinionDue } from './clocks';
import { type Conversation, given } from './conversation.mother';
import { defineProcedure } from './define-procedure';
import { forkedSteps, invented, inventedProcedure } from './forked.mother';

const START = '2026-08-03 08:00';
const [version] = defineProcedure(inventedProcedure(), invented).versions;
const declared = (): Conversation => given(version, START).reply('declared');
const local = (at: Date | undefined): string | undefined =>
  at && new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('an opinion of a co-operating agency', () => {
  it('is asked, due and given; the step waits for it', () => {
    const talk = declared().reply('opinion-asked').refusesAct('check');
    const due = opinionDue(version!, talk.instance, { step: 'check', askedBy: 'vn.lienthong.office.opinion-asked.v1' });
    expect(local(due)).toBe('2026-08-06 08:00');
    talk
      .reply('opinion-given')
      .act('check')
      .expect({ open: ['register'] });
  });

  it('that is late is told to the supervisor, and the step may go on without it', () => {
    declared()
      .reply('opinion-asked')
      .late('check', 'opinion-asked')
      .expect({ effects: ['escalate check (ministry)'] })
      .late('check', 'opinion-asked')
      .expect({ effects: [] })
      .act('check')
      .expect({ open: ['register'] });
  });

  it('keeps a step from being done also where a message says so', () => {
    const { opinions } = forkedSteps.find(({ id }) => id === 'check')!;
    const steps = forkedSteps.map((known) =>
      known.id === 'register'
        ? { ...known, opinions: opinions!.map((one) => ({ ...one, whenLate: 'wait' as const })) }
        : known,
    );
    const [heard] = defineProcedure(inventedProcedure({ steps }), invented).versions;
    given(heard, START)
      .reply('declared')
      .act('check')
      .reply('opinion-asked')
      .refuses('registered')
      .late('register', 'opinion-asked')
      .refuses('registered')
      .reply('opinion-given')
      .reply('registered')
      .expect({ branches: { registration: 9 } });
  });

  it('is not given where none was asked', () => {
    declared().refuses('opinion-given');
  });
});

import { type Conversation, given } from './conversation.mother';
import { defineProcedure } from './define-procedure';
import { outcomeOf } from './dossier-states';
import { invented, inventedProcedure } from './forked.mother';

const [version] = defineProcedure(inventedProcedure(), invented).versions;
const START = '2026-08-03 08:00';

const declared = (without: readonly string[] = []): Conversation => given(version, START, without).reply('declared');
const registered = (): Conversation => declared().act('check').reply('registered');

describe('stopping', () => {
  it('after the pivot ends the open branches in 8 and keeps what was done', () => {
    const talk = registered()
      .reply('insured')
      .stop('the child died')
      .expect({ branches: { registration: 9, residence: 8, card: 9 }, open: ['conclude'], parent: 9 });
    expect(outcomeOf(version!, talk.instance)).toBe('partly-completed');
    talk.refusesStop();
  });

  it('of one branch leaves the others', () => {
    registered()
      .stop('withdrawn', 'card')
      .expect({ branches: { card: 8, residence: 1 } })
      .refusesStop('registration');
  });

  it('of a branch that has not begun leaves it out when its turn comes', () => {
    declared()
      .stop('no longer wanted', 'card')
      .expect({ open: ['check', 'conclude (waiting)'], branches: { card: 8, residence: 1 }, parent: 1 })
      .refusesStop('card')
      .act('check')
      .reply('registered')
      .expect({ open: ['move', 'conclude (waiting)'], effects: ['ask police-asked'] });
    declared(['card']).refusesStop('card').refusesStop('moon');
  });

  it('before the pivot ends all', () => {
    declared().stop('withdrawn').expect({ end: 'stopped', parent: 8, open: [] });
  });

  it('of an act that was cancelled ends all in 8, whatever was done, and tells who still works on it', () => {
    registered()
      .reply('insured')
      .cancel('the wrong person')
      .expect({
        end: 'stopped',
        parent: 8,
        open: [],
        branches: { registration: 8, residence: 8, card: 8 },
        effects: ['branch-ended residence 8', 'ended stopped'],
      });
  });

  it('leaves an answer that crossed it to an officer', () => {
    registered()
      .stop('the child died')
      .reply('moved')
      .expect({ effects: ['officer-task move: answered after the end: vn.lienthong.police.moved.v1'], parent: 9 });
  });

  it('leaves a refusal after acceptance that crossed it to an officer, and the branch as it ended', () => {
    registered()
      .stop('the child died')
      .reply('police-refused', { reason: 'CT06', accepted: true })
      .expect({ branches: { residence: 8 } });
  });

  it('leaves papers that crossed the decision of the agency to an officer, refused or granted', () => {
    const effects = [expect.stringContaining('officer-task move: answered after the end')];
    for (const decision of ['police-refused', 'moved'])
      registered().reply('papers-wanted').reply(decision).reply('papers-came').expect({ effects });
  });
});

import { findProcedure, versionOn } from '../catalogue';
import { stepDue } from '../clocks';
import { type Conversation, given } from '../conversation.mother';
import { outcomeOf } from '../dossier-states';
import type { ProcedureVersion } from '../procedure';
import { deathRegistration } from './death-registration.procedure';

const under = (on: string): ProcedureVersion => versionOn(deathRegistration, on)!;
const current = under('2026-08-03');
const START = '2026-08-03 08:00';
const local = (at: Date | undefined): string | undefined =>
  at && new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const declared = (without: readonly string[] = []): Conversation =>
  given(current, START, without).reply('death-declared');
const registered = (without: readonly string[] = []): Conversation =>
  declared(without).act('check').reply('death-registered');

describe('the death chain', () => {
  it('is found by its code in the version of the day: S0, NĐ 20/2021, NĐ 176/2025, NĐ 58/2026', () => {
    expect(findProcedure('2.002622')).toBe(deathRegistration);
    expect(under('2019-08-12').source).toContain('over 80');
    expect(under('2021-07-01').source).toContain('NĐ 20/2021');
    expect(under('2025-07-01').source).toContain('NĐ 176/2025');
    expect(current.source).toContain('NĐ 58/2026');
  });

  it('asks residence, social insurance and social protection at once (O §4.6)', () => {
    const talk = registered()
      .expect({
        open: ['deregister-residence', 'stop-benefits', 'decide-funeral', 'conclude (waiting)'],
        effects: [
          'ask residence-deregistration-requested',
          'ask benefits-stop-requested',
          'ask funeral-support-requested',
        ],
        branches: { registration: 9, residence: 1, benefits: 1, funeral: 1 },
        parent: 4,
      })
      .reply('benefits-stopped')
      .reply('funeral-support-decided')
      .reply('residence-deregistered')
      .expect({ open: ['conclude'], parent: 9 })
      .reply('chain-concluded')
      .reply('result-handed-over')
      .expect({ end: 'returned', parent: 10 });
    expect(outcomeOf(current, talk.instance)).toBe('completed');
  });

  it.each([
    [['residence', 'benefits'], ['ask funeral-support-requested']],
    [['benefits'], ['ask residence-deregistration-requested', 'ask funeral-support-requested']],
    [['residence', 'funeral'], ['ask benefits-stop-requested']],
  ])('without %p asks for what the applicant chose (O §4.6 two, three or four procedures)', (without, effects) => {
    registered(without).expect({ effects });
  });

  it('ends residence within 1 working day of the data since NĐ 58/2026 (O §4.6)', () => {
    const dueIn = (version: ProcedureVersion, at: string): string | undefined => {
      const talk = given(version, at).reply('death-declared').act('check').reply('death-registered');
      return local(stepDue(version, talk.instance, 'deregister-residence'));
    };
    expect(dueIn(current, START)).toBe('2026-08-04 08:00');
    expect(dueIn(under('2025-08-04'), '2025-08-04 08:00')).toBe('2025-08-06 08:00');
  });
});

describe('the cases of the death chain that are about its course', () => {
  it('no residence record: the branch ends with nothing to delete, not with an error (O §4.6 nothing to delete)', () => {
    registered()
      .reply('residence-deregistered')
      .expect({ branches: { residence: 9 }, effects: [] });
  });

  it('residence in another province: the chain waits for its police, the funeral branch does not (O §4.6 other province)', () => {
    registered()
      .reply('deregistration-forwarded')
      .expect({ branches: { residence: 1 }, effects: [] })
      .reply('funeral-support-decided')
      .reply('benefits-stopped')
      .expect({
        open: ['deregister-residence', 'conclude (waiting)'],
        branches: { funeral: 9, residence: 1 },
        parent: 4,
      })
      .reply('residence-deregistered')
      .expect({ open: ['conclude'], parent: 9 });
  });

  it.each([
    [false, 3],
    [true, 8],
  ])(
    'not entitled to the support (accepted: %p): sub-dossier %i, the extract is still delivered (O §4.6 not entitled)',
    (accepted, state) => {
      const talk = registered(['residence', 'benefits'])
        .reply('funeral-support-refused', { reason: 'under 80', accepted })
        .expect({ branches: { registration: 9, funeral: state as 3 | 8 }, open: ['conclude'], parent: 9 })
        .reply('chain-concluded')
        .reply('result-handed-over')
        .expect({ parent: 10, branches: { registration: 10 } });
      expect(outcomeOf(current, talk.instance)).toBe('partly-completed');
    },
  );

  it('a second claim by another relative ends in its own branch only (O §4.6 second claim)', () => {
    registered(['residence', 'benefits'])
      .reply('funeral-support-refused', { reason: 'paid to the first claimant' })
      .expect({ branches: { funeral: 3 }, open: ['conclude'] });
    declared().reply('chain-concluded', { reason: 'the death is registered' }).expect({ end: 'not-accepted' });
  });

  it('social insurance is asked first, between the two; the registrar hears the decision only (O §4.6 highest of two)', () => {
    registered().refuses('funeral-allowance-asked').refuses('funeral-allowance-told').reply('funeral-support-decided');
    const steps = (on: string): readonly string[] => under(on).steps.map(({ id }) => id);
    expect(steps('2025-07-01')).toContain('ask-allowance');
    expect(steps('2025-06-30')).not.toContain('ask-allowance');
  });

  it('a child that lived less than 24 hours is not a case of the chain (O §4.6 less than 24 hours)', () => {
    declared().reply('chain-concluded').expect({ end: 'not-accepted', parent: 3 });
  });

  it('a revoked death stops what is still open with 8; what was done is reversed by its agency (O §4.6 DeathRevoked)', () => {
    const talk = registered()
      .reply('benefits-stopped')
      .reply('death-revoked')
      .stop('revoked')
      .expect({
        open: ['conclude'],
        branches: { registration: 9, benefits: 9, residence: 8, funeral: 8 },
        effects: ['branch-ended residence 8', 'branch-ended funeral 8'],
      });
    talk.reply('chain-concluded').reply('result-handed-over').reply('death-revoked').expect({ parent: 10 });
  });
});

import { findProcedure } from '../catalogue';
import { opinionDue } from '../clocks';
import { type Conversation, given } from '../conversation.mother';
import { linkedExample } from './linked-example.procedure';

const [version] = linkedExample.versions;
const declared = (): Conversation => given(version, '2026-08-03 08:00').reply('death-declared');

describe('a linked procedure that is only data', () => {
  it('goes from the commune to the province and back (S2, chiều dọc)', () => {
    const levels = version?.steps.map(({ member, level }) => `${member} ${level ?? ''}`);
    expect(levels).toEqual([
      'intake commune',
      'civil-status commune',
      'civil-status commune',
      'residence province',
      'civil-status commune',
      'intake commune',
    ]);
    declared()
      .act('check')
      .reply('death-registered')
      .expect({ open: ['decide-above'], effects: ['ask residence-deregistration-requested'] })
      .reply('deregistration-forwarded')
      .reply('residence-deregistered')
      .expect({ open: ['conclude'] })
      .reply('chain-concluded')
      .reply('result-handed-over')
      .expect({ end: 'returned', parent: 10 });
  });

  it('hears a co-operating agency: asked, due, given (S2, chiều ngang)', () => {
    const talk = declared().reply('opinion-asked').refusesAct('check');
    const askedBy = 'vn.lienthong.civil-status.opinion-asked.v1';
    expect(opinionDue(version!, talk.instance, { step: 'check', askedBy })).toEqual(
      new Date('2026-08-05T08:00:00+07:00'),
    );
    talk
      .reply('opinion-given')
      .act('check')
      .expect({ open: ['register'] });
  });

  it('goes on without an opinion that is late, and names the late agency', () => {
    declared()
      .reply('opinion-asked')
      .on('2026-08-05 08:01')
      .late('check', 'opinion-asked')
      .expect({ effects: ['escalate check (residence)'], open: ['check'] })
      .act('check')
      .expect({ open: ['register'] });
  });

  it('is never taken for a procedure of law: no dossier finds it by its code', () => {
    expect(linkedExample.synthetic).toBe(true);
    expect(findProcedure('9.000001')).toBeUndefined();
  });
});

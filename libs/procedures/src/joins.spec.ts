import { type Conversation, given } from './conversation.mother';
import { defineProcedure } from './define-procedure';
import { forkedSteps, forkedVersion, invented, inventedProcedure, step } from './forked.mother';
import type { ProcedureVersion } from './procedure';

const START = '2026-08-03 08:00';
const [version] = defineProcedure(inventedProcedure(), invented).versions;
const registered = (): Conversation => given(version, START).reply('declared').act('check').reply('registered');

describe('what several steps lead to', () => {
  const defined = (change: Parameters<typeof inventedProcedure>[0]): ProcedureVersion =>
    defineProcedure(inventedProcedure(change), invented).versions[0]!;

  it('was reached when the first of them was done', () => {
    const talk = registered().on('2026-08-04 08:00').reply('insured');
    expect(talk.instance.steps['conclude']).toMatchObject({ state: 'waiting', since: '2026-08-03T08:00:00.000+07:00' });
  });

  it('goes on when every branch that leads to it was refused', () => {
    const steps = forkedSteps.map((known) =>
      known.id === 'register' ? { ...known, next: ['move', 'ask-money'] } : known,
    );
    given(defined({ steps }), START)
      .reply('declared')
      .act('check')
      .reply('registered')
      .expect({ open: ['move', 'insure'] })
      .reply('police-refused')
      .reply('insurer-refused')
      .expect({ open: ['conclude'], parent: 9 });
  });

  it('passes through a later step of a branch that has ended', () => {
    const steps = [
      ...forkedSteps.map((known) => (known.id === 'conclude' ? { ...known, next: ['book-move', 'hand-over'] } : known)),
      step('book-move', { branch: 'residence', next: ['hand-over'] }),
    ];
    const later = defined({ steps });
    const concluded = (talk: Conversation): Conversation => talk.reply('insured').reply('concluded');
    const start = (): Conversation => given(later, START).reply('declared').act('check').reply('registered');
    concluded(start().reply('moved')).expect({ open: ['hand-over (waiting)', 'book-move'] });
    concluded(start().reply('police-refused')).expect({ open: ['hand-over'] });
  });

  it('is an end only when nothing is open any more', () => {
    const steps = [
      ...forkedSteps.map((known) => (known.id === 'conclude' ? { ...known, next: ['hand-over', 'file-away'] } : known)),
      step('file-away', { next: ['filed'] }),
    ];
    const filed = { id: 'filed', state: 10, name: { vi: 'lưu', en: 'filed' } } as const;
    const twoEnds = defined({ steps, ends: [...forkedVersion.ends, filed] });
    const talk = (): Conversation =>
      given(twoEnds, START, ['residence', 'card'])
        .reply('declared')
        .act('check')
        .reply('registered')
        .reply('concluded');
    talk()
      .reply('handed-over')
      .expect({ open: ['file-away'], end: undefined })
      .act('file-away')
      .expect({ end: 'returned' });
    talk()
      .act('file-away')
      .expect({ open: ['hand-over'], end: undefined })
      .reply('handed-over')
      .expect({ end: 'filed' });
  });

  it('may be said by several messages together, in any order', () => {
    const doneBy = ['vn.lienthong.office.concluded.v1', 'vn.lienthong.office.police-asked.v1'];
    const steps = forkedSteps.map((known) => (known.id === 'conclude' ? { ...known, doneBy } : known));
    const talk = (): Conversation =>
      given(defined({ steps }), START, ['residence', 'card']).reply('declared').act('check').reply('registered');
    talk()
      .reply('concluded')
      .expect({ open: ['conclude'] })
      .reply('police-asked')
      .expect({ open: ['hand-over'] });
    talk()
      .reply('police-asked')
      .expect({ open: ['conclude'] })
      .reply('concluded')
      .expect({ open: ['hand-over'] });
  });
});

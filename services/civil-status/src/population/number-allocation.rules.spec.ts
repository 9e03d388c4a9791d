import { type NumberAllocation, takeAnswers, toReport } from './number-allocation.rules';

const asked: NumberAllocation = {
  dossierCode: 'H19.91.01-260803-0002',
  person: { province: '075', sex: 'female', birthDate: '2026-07-20' },
  attempts: 1,
  unused: [],
  reported: [],
};
const number = (text: string) => ({ kind: 'number', number: text }) as const;
const first = number('075326000001');
const second = number('075326000002');

describe('the allocation of a personal number', () => {
  it('uses one number, and reports the others, when the service answers twice (O §4.5 answers twice)', () => {
    const taken = takeAnswers(asked, [first, second]);
    expect(taken).toMatchObject({ number: first.number, unused: [second.number] });
    expect(toReport(taken)).toEqual([second.number]);
    expect(toReport({ ...taken, reported: [second.number] })).toEqual([]);
  });

  it('keeps the number in use when one that was lost comes late (O §4.5 timeout after success)', () => {
    const taken = takeAnswers(takeAnswers(asked, [second]), [first, second]);
    expect(taken).toMatchObject({ number: second.number, unused: [first.number] });
    expect(takeAnswers(taken, [first, second])).toEqual(taken);
  });

  it('uses no number without an answer: nobody invents one (O §4.5 allocation fails)', () => {
    expect(takeAnswers(asked, [])).toEqual(asked);
  });

  it('never uses a number that cannot belong to the child', () => {
    const ofBoy = number('075226000001');
    expect(takeAnswers(asked, [ofBoy, first])).toMatchObject({ number: first.number, unused: [ofBoy.number] });
  });

  it('is refused for a child that has a number by another commune (O §4.5 two communes)', () => {
    const refused = { kind: 'refused', firstDossierCode: 'H19.91.02-260803-0001', firstOffice: 'long-thanh' } as const;
    expect(takeAnswers(asked, [refused])).toMatchObject({ refusedFor: refused.firstDossierCode });
    expect(takeAnswers(takeAnswers(asked, [first]), [refused])).not.toHaveProperty('refusedFor');
  });
});

import { type BirthBooks, birthFaults } from './births.rules';

const code = 'H19.12-260803-0001';
const number = '075326000001';
const whole: BirthBooks = {
  dossiers: [{ code, state: 10, paper: 'GCS-1' }],
  places: [
    { what: 'number', rows: [{ code, number }] },
    { what: 'card', rows: [{ code, number }] },
  ],
  messages: [{ code, type: 'card-issued', n: 1 }],
  left: [],
  drawn: [{ register: 'birth 2026', last: 1, entries: 1 }],
};
const faultsOf = (changed: Partial<BirthBooks>): readonly string[] =>
  birthFaults({ ...whole, ...changed }, ['GCS-1']).map(({ harm, text }) => `${harm}: ${text}`);

describe('births at rest', () => {
  it('are well when each child has one number, one card and an end', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('show a second number or card of a child, and one that is missing (O §4.5 number service answers twice)', () => {
    const twice = {
      what: 'card',
      rows: [
        { code, number },
        { code, number },
      ],
    };
    expect(faultsOf({ places: [twice] })).toEqual([`duplicated: dossier ${code} has 2 instead of 1: card`]);
    expect(faultsOf({ places: [{ what: 'card', rows: [] }] })).toEqual([
      `lost: dossier ${code} has 0 instead of 1: card`,
    ]);
  });

  it('show a child whose number is another one elsewhere', () => {
    const card = { what: 'card', rows: [{ code, number: '075326000002' }] };
    expect(faultsOf({ places: [...whole.places.slice(0, 1), card] })).toEqual([
      `duplicated: the child of dossier ${code} has 2 personal numbers`,
    ]);
  });

  it('show what belongs to no dossier of the desk', () => {
    const stray = {
      what: 'number',
      rows: [
        { code, number },
        { code: 'X', number: '075326000003' },
      ],
    };
    expect(faultsOf({ places: [stray] })).toEqual(['duplicated: number of X, which the desk does not know']);
  });

  it('show a notification that became no dossier or two, and a chain that stands', () => {
    const second = { code: 'B', state: 4, paper: 'GCS-1' };
    const faults = faultsOf({ dossiers: [...whole.dossiers, second], places: [], messages: [] });
    expect(faults).toEqual(['stuck: dossier B stands in state 4', 'duplicated: GCS-1 became 2 dossiers']);
    expect(faultsOf({ dossiers: [], places: [], messages: [] })).toEqual([
      'lost: GCS-1 was handed in and no dossier holds it',
    ]);
  });

  it('show a timer that nobody needs and a number of the register without an entry', () => {
    expect(faultsOf({ left: [{ what: 'timer of a step', code }] })).toEqual([
      `stuck: dossier ${code} left behind: timer of a step`,
    ]);
    expect(faultsOf({ drawn: [{ register: 'birth 2026', last: 2, entries: 1 }] })).toEqual([
      'lost: register birth 2026 is at number 2 and has 1 entries',
    ]);
  });
});

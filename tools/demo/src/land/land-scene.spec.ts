import type { DossierFile } from '../input/dossier-file';
import { Refused } from '../people/agencies';
import { PlayedDossier } from '../play/played-dossier';
import { LandScene } from './land-scene';

const offices = { intake: 'a', land: 'a', tax: 'a', treasury: 'a' };
const refused = (status: number): Refused => new Refused(status, 'x.NO', 'no', 'POST x');

function scene(isDated = true): LandScene {
  const agencies = (): never => {
    throw new Error('nobody is asked');
  };
  const stead = { offices, agencies, isDated, passDays: () => Promise.resolve(), patienceMs: 50 };
  return new LandScene(new PlayedDossier({} as DossierFile), stead);
}

describe('an act of a script', () => {
  let done: boolean;
  let deeds: number;
  beforeEach(() => {
    [done, deeds] = [false, 0];
  });
  const seen = async (): Promise<string | undefined> => (done ? 'done' : undefined);
  const act = (deed: () => Promise<unknown>): Promise<string> => scene().act('it', () => ((deeds += 1), deed()), seen);

  it('is done once, and waited for until it is seen', async () => {
    const deed = async (): Promise<void> => void setTimeout(() => (done = true), 10);
    expect(await act(deed)).toBe('done');
    expect(deeds).toBe(1);
  });

  it('is left alone when it was done already', async () => {
    done = true;
    await act(() => Promise.resolve());
    expect(deeds).toBe(0);
  });

  it('counts as done when its answer was lost and the second request is refused', async () => {
    const deed = (): Promise<void> => ((done = true), Promise.reject(refused(409)));
    expect(await act(deed)).toBe('done');
  });

  it('fails with the refusal when it is not done', async () => {
    await expect(act(() => Promise.reject(refused(409)))).rejects.toThrow('x.NO');
  });

  it('fails when what must follow never comes; what is not known yet is waited for', async () => {
    await expect(act(() => Promise.resolve())).rejects.toThrow('it has not come');
    await expect(scene().until('it', () => Promise.reject(refused(404)))).rejects.toThrow('it has not come');
    await expect(scene().until('it', () => Promise.reject(refused(403)))).rejects.toThrow('403');
  });
});

describe('what a script looks at on the way', () => {
  it('is named where it is otherwise; days only when they are those of the scenario', () => {
    const [dated, other] = [scene(), scene(false)];
    for (const one of [dated, other]) {
      one.check('the land office', 'notices-received', 'notices-received');
      one.check('the land office', 'notices-received', 'concluded');
      one.checkDay('last day', '2026-08-11', '2026-08-06');
    }
    expect(other.differences).toEqual([': the land office: concluded instead of notices-received']);
    expect(dated.differences).toHaveLength(2);
  });
});

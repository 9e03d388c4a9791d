import { FixedClock } from '@lienthong/kernel';
import { ResidenceConfig } from '../residence.config';
import type { Deregistration } from './deregistration.state';
import { LocalNationalResidence } from './national-residence.gateway';

const since = new Date('2026-08-03T09:00:00+07:00');
const requestOf = (dossierCode: string): Deregistration => ({ dossierCode, since }) as Deregistration;
const config = Object.assign(new ResidenceConfig(), {
  nationalAnswers: ['deregistered', 'nothing-to-delete', 'away'],
  nationalAnswerAfterMs: 60_000,
});

describe('the stand-in for the police of another province (O §4.6 another province)', () => {
  const clock = new FixedClock(since);
  const police = new LocalNationalResidence(config, clock);
  const ask = (code: string): Promise<string | undefined> =>
    police.ask(requestOf(code)).then(
      (answer) => answer?.outcome,
      () => 'away',
    );

  it('answers each request in its turn: ended, nothing to delete, not reached at first; and nobody before the time', async () => {
    expect([await ask('a'), await ask('b'), await ask('c')]).toEqual([undefined, undefined, 'away']);
    clock.set(new Date(since.getTime() + 60_000));
    expect([await ask('a'), await ask('b'), await ask('c')]).toEqual([
      'deregistered',
      'nothing-to-delete',
      'deregistered',
    ]);
    expect(await ask('b')).toBe('nothing-to-delete');
  });
});

import { byRegistrar, deathOf, reception } from '../../test/residence.mother';
import type { Resident } from '../residents/resident.state';
import { receive, remedyFor, revoked, step, stopped } from './deregistration.rules';

const { death } = deathOf(1);
const elsewhere = deathOf(1, { residence: { provinceCode: '79' } }).death;
const active = { state: 'active' } as Resident;

describe('the residence of a deceased person', () => {
  it('ends where the own register knows it, whatever was declared (O §4.6 step)', () => {
    expect(remedyFor(death, active, '75').kind).toBe('end');
    expect(remedyFor(elsewhere, active, '75').kind).toBe('end');
  });

  it('is forwarded to the police of another province (O §4.6 another province)', () => {
    expect(remedyFor(elsewhere, undefined, '75')).toEqual({ kind: 'forward', provinceCode: '79' });
    expect(remedyFor(elsewhere, undefined, '79').kind).toBe('nothing');
  });

  it('that nobody knows is nothing to delete, and so is one that has ended (O §4.6 no residence record)', () => {
    expect(remedyFor(death, undefined, '75').kind).toBe('nothing');
    expect(remedyFor(deathOf(1, { residence: undefined }).death, undefined, '75').kind).toBe('nothing');
    expect(remedyFor(elsewhere, { ...active, state: 'ended' }, '75').kind).toBe('nothing');
  });
});

describe('the residence branch of a death chain', () => {
  const request = receive(deathOf(1), reception, byRegistrar);

  it('ends once, and a stop does not undo the end', () => {
    const done = step(request, 'deregistered', byRegistrar, { endedOn: '2026-08-03' });
    expect(() => step(done, 'deregistered', byRegistrar)).toThrow('residence.STEP_NOT_ALLOWED');
    expect(stopped(done, byRegistrar)).toBe(done);
    expect(stopped(request, byRegistrar).state).toBe('stopped');
  });

  it.each(['received', 'forwarded', 'deregistered', 'nothing-to-delete', 'stopped'] as const)(
    'is reversed from %s when the death is revoked, once (O §4.6 DeathRevoked)',
    (state) => {
      const reversed = revoked({ ...request, state }, byRegistrar);
      expect(reversed.state).toBe('revoked');
      expect(revoked(reversed, byRegistrar)).toBe(reversed);
    },
  );
});

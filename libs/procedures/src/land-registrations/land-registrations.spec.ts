import { findProcedure, findStep, versionOn } from '../catalogue';
import { given } from '../conversation.mother';
import type { Procedure } from '../procedure';
import { soundnessFaults } from '../soundness';
import { landRegistrations } from './land-registrations';
import { OBLIGATION } from './registration-steps';

const START = '2026-08-03 09:10';
const versionOf = (code: string) => {
  const procedure = findProcedure(code);
  return procedure && versionOn(procedure, '2026-08-03');
};

describe.each(landRegistrations.map((procedure): [string, Procedure] => [procedure.code, procedure]))(
  'the registration %s',
  (code, procedure) => {
    it('is sound, and found by its national code', () => {
      expect(soundnessFaults(procedure)).toEqual([]);
      expect(findProcedure(code)).toBe(procedure);
    });

    it('goes from the desk to the register and back without a tax office (L §5)', () => {
      given(versionOf(code), START, procedure.versions[0]?.branches ? [OBLIGATION] : [])
        .expect({ open: ['forward'] })
        .reply('land-request-forwarded')
        .reply('dossier-received')
        .expect({ open: ['check'] })
        .reply('progress-changed')
        .expect({ open: ['prepare-certificate'] })
        .act('prepare-certificate')
        .expect({ open: ['sign-certificate'] })
        .reply('processing-concluded')
        .expect({ open: ['hand-over'] })
        .refusesStop()
        .reply('result-handed-over')
        .expect({ end: 'returned', parent: 10 });
    });

    it('is rejected in writing when the check finds an obstacle', () => {
      given(versionOf(code), START, procedure.versions[0]?.branches ? [OBLIGATION] : [])
        .reply('land-request-forwarded')
        .reply('dossier-received')
        .reply('processing-concluded')
        .expect({ end: 'stopped', parent: 8 });
    });

    it('lets nobody sign what he has checked', () => {
      expect(findStep(procedure.versions[0]!, 'sign-certificate')?.notBy).toBe('check');
    });
  },
);

describe('a change of purpose without permission 1.013992', () => {
  it('goes to the tax office when money is due, and only then (L §5)', () => {
    given(versionOf('1.013992'), START)
      .reply('land-request-forwarded')
      .reply('dossier-received')
      .reply('progress-changed')
      .expect({ open: ['draft-slip'] })
      .refusesAct('prepare-certificate')
      .act('draft-slip')
      .reply('transfer-slip-sent')
      .reply('transfer-slip-received')
      .reply('payment-notices-issued')
      .reply('tax-results-available')
      .expect({ open: ['fulfil'] })
      .refusesAct('prepare-certificate')
      .reply('obligation-fulfilled')
      .expect({ open: ['prepare-certificate'] });
  });

  it('cannot leave its trunk out', () => {
    expect(() => given(versionOf('1.013992'), START, ['check'])).toThrow('procedures.BRANCH_NOT_OPTIONAL');
  });
});

describe('a dossier at the land office’s own counter (M02)', () => {
  it.each(['1.013831', '1.011441'])('of %s begins with its receipt there and goes on as any other', (code) => {
    given(versionOf(code), START, [], 'lodge')
      .expect({ open: ['lodge'] })
      .reply('land-dossier-lodged')
      .expect({ open: ['check'] })
      .refuses('dossier-received');
  });

  it('begins with no other step', () => {
    expect(() => given(versionOf('1.013831'), START, [], 'sign-certificate')).toThrow('procedures.NOT_A_FIRST_STEP');
  });
});

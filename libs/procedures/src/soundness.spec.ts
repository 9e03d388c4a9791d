import { grants } from '@lienthong/contracts';
import { findProcedure, findStep, versionOn } from './catalogue';
import { landTransfer } from './land-transfer/land-transfer.procedure';
import type { Procedure, ProcedureStep, ProcedureVersion } from './procedure';
import { defineProcedure } from './define-procedure';
import { installedContracts } from './known-contracts';
import { soundnessFaults } from './soundness';

const [version] = landTransfer.versions as readonly [ProcedureVersion];

const withVersion = (change: Partial<ProcedureVersion>): Procedure => ({
  ...landTransfer,
  versions: [{ ...version, ...change }],
});
const withStep = (id: string, change: Partial<ProcedureStep>): Procedure =>
  withVersion({ steps: version.steps.map((step) => (step.id === id ? { ...step, ...change } : step)) });

describe('the land transfer 1.013831', () => {
  it('is sound', () => {
    expect(soundnessFaults(landTransfer)).toEqual([]);
  });

  it('is found by its national code, in the version of the day of acceptance', () => {
    expect(findProcedure('1.013831')).toBe(landTransfer);
    expect(findProcedure('1.013949')).toBeUndefined();
    expect(versionOn(landTransfer, '2026-08-03')).toBe(version);
    expect(versionOn(landTransfer, '2025-06-30')).toBeUndefined();
  });

  it('leaves one step of each agency to a person by default', () => {
    const manual = version.steps.filter(({ policy }) => policy === 'manual');
    expect(manual.map(({ member, id }) => `${member} ${id}`)).toEqual([
      'land-registry sign-slip',
      'tax issue',
      'collecting-bank debit',
      'treasury book',
      'intake hand-over',
    ]);
  });

  it('lets no checker sign: slip and certificate need another person', () => {
    expect(findStep(version, 'sign-slip')?.notBy).toBe('check');
    expect(findStep(version, 'sign-certificate')?.notBy).toBe('check');
  });

  it('stops the land clock at the tax office, at the bank and at the treasury (corrections row 7)', () => {
    const running = version.steps.filter(({ clock }) => clock === 'runs').map(({ id }) => id);
    expect(running).toEqual([
      'forward',
      'receive',
      'check',
      'draft-slip',
      'sign-slip',
      'correct-slip',
      'prepare-certificate',
      'sign-certificate',
      'correct-result',
      'lodge',
    ]);
  });

  it('gives every legal time a source', () => {
    const limits = [...version.totalLimits, ...version.steps.flatMap((step) => step.limits)];
    expect(limits.every(({ source }) => source.length > 0)).toBe(true);
  });
});

describe('an unsound procedure', () => {
  const faulty: readonly (readonly [string, Procedure, string])[] = [
    ['without a version', { ...landTransfer, versions: [] }, 'no version'],
    [
      'with an unknown message',
      withStep('check', { doneBy: ['vn.lienthong.land-registry.nothing.v1'] }),
      'check names unknown message',
    ],
    [
      'asked by an unknown message',
      withStep('check', { askedBy: 'vn.lienthong.tax.nothing.v1' }),
      'check names unknown message',
    ],
    [
      'that sends a message of another member',
      withStep('book', { doneBy: ['vn.lienthong.tax.obligation-fulfilled.v1'] }),
      'book of treasury cannot send',
    ],
    [
      'asked by a message that its member may not receive',
      withStep('book', { askedBy: 'vn.lienthong.tax.payment-notices-issued.v1' }),
      'treasury has no grant',
    ],
    ['without a deadline', withStep('issue', { limits: [] }), 'issue has no deadline under regime C'],
    ['without a total deadline', withVersion({ totalLimits: [] }), 'no total deadline under regime A'],
    [
      'with a refusal that leads nowhere',
      withStep('receive-slip', {
        refusals: [{ by: 'vn.lienthong.tax.transfer-slip-returned.v1', when: 'wrong', next: 'nowhere' }],
      }),
      'refusal of receive-slip leads to unknown nowhere',
    ],
    [
      'with a refusal that has no way to an end',
      withVersion({
        steps: [
          ...version.steps.map((step) =>
            step.id === 'receive-slip'
              ? {
                  ...step,
                  refusals: [{ by: 'vn.lienthong.tax.transfer-slip-returned.v1', when: 'wrong', next: 'loop' }],
                }
              : step,
          ),
          { ...version.steps[3]!, id: 'loop', refusals: [], next: ['loop'] },
        ],
      }),
      'refusal vn.lienthong.tax.transfer-slip-returned.v1 of receive-slip has no way to an end',
    ],
    ['with a step that leads nowhere', withStep('fulfil', { next: [] }), 'fulfil leads nowhere'],
    ['with a step that is never reached', withStep('check', { next: ['hand-over'] }), 'draft-slip is never reached'],
    [
      'with a step defined twice',
      withVersion({ steps: [...version.steps, version.steps[0]!] }),
      'forward is defined twice',
    ],
    ['with an unknown first step', withVersion({ firstStep: 'begin' }), 'first step begin is unknown'],
    [
      'undone after the pivot',
      withStep('hand-over', { undoneBy: 'vn.lienthong.intake.result-handed-over.v1' }),
      'hand-over is undone although it is not before the pivot sign-certificate',
    ],
    ['with an unknown pivot', withVersion({ pivot: 'seal' }), 'pivot seal is unknown'],
    [
      'with a manual step that nobody may do',
      withStep('fulfil', { policy: 'manual' }),
      'fulfil may be manual but names no role',
    ],
    [
      'that excludes the person of an unknown step',
      withStep('sign-slip', { notBy: 'look' }),
      'excludes the person of unknown look',
    ],
  ];

  it.each(faulty)('%s is named', (_what, procedure, fault) => {
    expect(soundnessFaults(procedure).join('\n')).toContain(fault);
  });

  it('stops whoever loads it, naming procedure and faults', () => {
    expect(() => defineProcedure(withVersion({ pivot: 'seal' }))).toThrow(
      expect.objectContaining({
        code: 'procedures.UNSOUND',
        facts: { procedure: '1.013831', faults: ['version 1: pivot seal is unknown'] },
      }),
    );
  });

  it('is found too when a grant is taken away', () => {
    const withoutSlip = grants.filter(({ type }) => !type.includes('transfer-slip-sent'));
    expect(soundnessFaults(landTransfer, { ...installedContracts, grants: withoutSlip }).join()).toContain(
      'tax has no grant for',
    );
  });
});

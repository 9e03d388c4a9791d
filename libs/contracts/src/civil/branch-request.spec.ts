import { type BranchRequest, requestRules } from './branch-request';
import { received } from './branch-steps';

class StepNotAllowed extends Error {
  constructor(readonly facts: object) {
    super('STEP_NOT_ALLOWED');
  }
}

interface Permit extends BranchRequest<'permitted'> {
  readonly permitNumber?: string;
}

const rules = requestRules<Permit>('permitted', (facts) => new StepNotAllowed(facts));
const act = { at: new Date('2026-08-03T10:00:00+07:00'), by: 'officer-bien-hoa' };
const later = { at: new Date('2026-08-04T10:00:00+07:00'), by: 'civil-status/tran-bien' };
const asked = {
  dossierCode: 'H19.91.01-260803-0001',
  subDossierCode: 'H19.91.01-260803-0001/permit',
  dueAt: '2026-08-06T10:00:00+07:00',
};
const reception = { office: 'bien-hoa', askedBy: 'tran-bien', messageId: 'first' };
const request: Permit = { ...received(asked, reception, act), receivedAt: act.at, papers: [] };
const supplement = { documentNumber: '1', until: '2026-08-12', items: ['x'], reason: 'y' };
const paper = { kind: 'opinion', name: 'Ý kiến của chủ hộ' };

function factsOf(step: () => unknown): object | undefined {
  try {
    step();
    return undefined;
  } catch (error) {
    return (error as StepNotAllowed).facts;
  }
}

describe('a request of a branch', () => {
  it('comes in for the office that does the work, due as it was asked, with its first line of history', () => {
    expect(request).toMatchObject({ state: 'received', office: 'bien-hoa', workMessageId: 'first', since: act.at });
    expect(request.dueAt).toEqual(new Date('2026-08-06T03:00:00Z'));
    expect(request.history).toEqual([{ state: 'received', at: '2026-08-03T10:00:00.000+07:00', by: act.by }]);
  });

  it('that waits for papers goes on only with them, or ends; a refused step says what would be allowed', () => {
    const waiting = rules.supplementWanted(request, supplement, act);
    expect(factsOf(() => rules.granted(waiting, act, {}))).toEqual({
      key: asked.dossierCode,
      state: 'supplement-wanted',
      wanted: 'permitted',
      allowed: ['received', 'refused', 'stopped'],
    });
    const resumed = rules.papersBrought(waiting, [paper], 'papers', later);
    expect(resumed).toMatchObject({ state: 'received', since: later.at, papers: [paper], workMessageId: 'papers' });
    expect(resumed.supplementUntil).toBeUndefined();
    expect(resumed.history.map(({ state }) => state)).toEqual(['received', 'supplement-wanted', 'received']);
  });

  it('keeps papers that nobody waits for under the message that brought the work', () => {
    expect(rules.papersBrought(request, [paper], 'papers', later)).toEqual({ ...request, papers: [paper] });
  });

  it('is accepted once, and granted or refused whether accepted or not', () => {
    const accepted = rules.accepted(request, 'receipt', act);
    expect(factsOf(() => rules.accepted(accepted, 'again', act))).toMatchObject({ wanted: 'accepted', allowed: [] });
    for (const open of [request, accepted]) {
      expect(rules.granted(open, act, { permitNumber: '7' })).toMatchObject({ state: 'permitted', permitNumber: '7' });
      expect(rules.refused(open, { documentNumber: '2', reason: 'z' }, act)).toMatchObject({ state: 'refused' });
    }
  });

  it('that has ended stays as it is, whatever comes', () => {
    const ends = [
      rules.granted(request, act, {}),
      rules.refused(request, { documentNumber: '2', reason: 'z' }, act),
      rules.stopped(request, act),
    ];
    for (const ended of ends) {
      expect(rules.stopped(ended, later)).toBe(ended);
      expect(rules.corrected(ended, { permitNumber: '9' })).toBe(ended);
      expect(rules.receivedAgain(ended, { permitNumber: '9' }, later)).toBe(ended);
      expect(factsOf(() => rules.granted(ended, act, {}))).toMatchObject({ allowed: [] });
    }
  });
});

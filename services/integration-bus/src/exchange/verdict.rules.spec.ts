import { busErrors } from '../integration-bus.errors';
import { aSubmission, anId } from './submission.mother';
import { judge, type Judgement, type Prior } from './verdict.rules';
import type { Submission } from './submission';

const NOTHING = { streams: new Map(), priors: new Map<string, Prior>() };
const KEY = 'tax|dossier:a';
const refused = { admission: { admitted: false as const, fault: busErrors.GRANT_MISSING({ sender: 'tax' }) } };

const outcomes = ({ verdicts }: Judgement): string[] =>
  verdicts.map((v) => (v.outcome === 'rejected' ? (v.fault.code.split('.')[1] ?? '') : v.outcome));
const numbers = ({ verdicts }: Judgement): number[] => verdicts.map(({ submission }) => submission.sequence);

describe('verdicts of the bus', () => {
  it('accepts the numbers of a stream one after another', () => {
    const judgement = judge([aSubmission(1), aSubmission(2), aSubmission(3)], NOTHING);
    expect(outcomes(judgement)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(judgement.streams.get(KEY)).toEqual({ epoch: 1, lastIn: 3 });
  });

  it('answers a copy of what it refused in the same batch by that refusal', () => {
    const one = aSubmission(1, {}, refused);
    expect(outcomes(judge([one, one], NOTHING))).toEqual(['GRANT_MISSING', 'repeated']);
  });

  it('keeps no identity of an id outside the window, though it consumes its number', () => {
    const admission = { admitted: false as const, fault: busErrors.ID_AHEAD(), outsideWindow: true as const };
    const judgement = judge([aSubmission(1, {}, { admission })], NOTHING);
    expect(judgement.verdicts).toMatchObject([{ outcome: 'rejected', isFirst: false }]);
    expect(judgement.streams.get(KEY)?.lastIn).toBe(1);
  });

  it('lets a refused message consume its number, so that the next is taken', () => {
    const judgement = judge([aSubmission(1, {}, refused), aSubmission(2)], NOTHING);
    expect(outcomes(judgement)).toEqual(['GRANT_MISSING', 'accepted']);
    expect(judgement.streams.get(KEY)?.lastIn).toBe(2);
  });

  it('says nothing to a suspended sender and takes no number, so that its message can come again', () => {
    const held = { admission: { ...refused.admission, isHeld: true } } as const;
    const judgement = judge([aSubmission(1, {}, held), aSubmission(2, {}, held)], NOTHING);
    expect([judgement.verdicts, judgement.waiting, judgement.streams.size]).toEqual([[], [], 0]);
    const resumed = judge([aSubmission(1), aSubmission(2)], { ...NOTHING, streams: judgement.streams });
    expect(outcomes(resumed)).toEqual(['accepted', 'accepted']);
  });

  it('keeps a number higher than expected waiting, and takes all that follow once the gap closes', () => {
    const gap = judge([aSubmission(1), aSubmission(3), aSubmission(4)], NOTHING);
    expect(outcomes(gap)).toEqual(['accepted']);
    expect(gap.waiting.map(({ sequence }) => sequence)).toEqual([3, 4]);
    const closed = judge([aSubmission(3), aSubmission(4), aSubmission(2)], { ...NOTHING, streams: gap.streams });
    expect(numbers(closed)).toEqual([2, 3, 4]);
    expect(closed.waiting).toEqual([]);
  });

  it('holds only the stream that has the gap', () => {
    const judgement = judge([aSubmission(2), aSubmission(1, { partitionkey: 'dossier:b' })], NOTHING);
    expect(outcomes(judgement)).toEqual(['accepted']);
    expect(judgement.streams.get('tax|dossier:b')?.lastIn).toBe(1);
  });

  it('answers the same identity and content as before, within a batch and after it', () => {
    const one = aSubmission(1);
    const judgement = judge([one, one], NOTHING);
    expect(outcomes(judgement)).toEqual(['accepted', 'repeated']);
    const first = { leaf: one.leaf, contentHash: one.envelope.attributes.contenthash };
    const priors = new Map([[`tax|${one.envelope.attributes.id}`, { first, rejections: [] }]]);
    expect(outcomes(judge([one], { streams: judgement.streams, priors }))).toEqual(['repeated']);
  });

  it('answers a message that was rejected with the same rejection', () => {
    const one = aSubmission(1);
    const rejection = { leaf: one.leaf, logId: anId(), code: 'x', text: 'x', at: new Date(0) };
    const first = { leaf: one.leaf, contentHash: '' };
    const priors = new Map([[`tax|${one.envelope.attributes.id}`, { first, rejections: [rejection] }]]);
    const judgement = judge([one], { ...NOTHING, priors });
    expect(judgement.verdicts).toEqual([{ outcome: 'repeated-rejection', submission: one, prior: rejection }]);
  });

  it('rejects the same identity with other content, naming both hashes, whatever its number (F28)', () => {
    const one = aSubmission(1);
    const other = aSubmission(2, { id: one.envelope.attributes.id, contenthash: 'other' });
    const [, conflict] = judge([one, other], NOTHING).verdicts;
    expect(conflict).toMatchObject({
      outcome: 'rejected',
      isFirst: false,
      fault: {
        code: 'integration-bus.IDENTITY_CONFLICT',
        facts: { knownHash: one.envelope.attributes.contenthash, receivedHash: 'other' },
      },
    });
  });

  it('rejects a number that another message has taken, and one of an epoch that is over', () => {
    const streams = new Map([[KEY, { epoch: 2, lastIn: 5 }]]);
    const wishes: Submission[] = [aSubmission(5, { epoch: '2' }), aSubmission(6, { epoch: '1' })];
    const judgement = judge(wishes, { ...NOTHING, streams });
    expect(outcomes(judgement)).toEqual(['SEQUENCE_CONFLICT', 'SEQUENCE_CONFLICT']);
    expect(judgement.streams.get(KEY)).toBe(streams.get(KEY));
  });

  it('begins a new epoch at one', () => {
    const streams = new Map([[KEY, { epoch: 1, lastIn: 5 }]]);
    const judgement = judge([aSubmission(2, { epoch: '2' }), aSubmission(1, { epoch: '2' })], { ...NOTHING, streams });
    expect(outcomes(judgement)).toEqual(['accepted', 'accepted']);
    expect(judgement.streams.get(KEY)).toEqual({ epoch: 2, lastIn: 2 });
  });

  it('takes protocol messages without a number', () => {
    const judgement = judge([aSubmission(0, { epoch: '0' }, { isProtocol: true })], NOTHING);
    expect(outcomes(judgement)).toEqual(['acknowledged']);
    expect(judgement.streams.size).toBe(0);
  });
});

import { FixedClock } from '@lienthong/kernel';
import { busErrors } from '../integration-bus.errors';
import { answersOf } from './answers.rules';
import { planBatch } from './batch-plan';
import { aSubmission, anId } from './submission.mother';
import { judge, type Judgement } from './verdict.rules';

const NOTHING = { streams: new Map(), priors: new Map() };
const refused = { admission: { admitted: false as const, fault: busErrors.GRANT_MISSING({ sender: 'tax' }) } };
const answerTo = (judgement: Judgement, sender = 'tax') =>
  answersOf(judgement, planBatch(judgement.verdicts, [], new FixedClock('2026-08-03T08:00:00+07:00')).rejections).get(
    sender,
  );
const run = (from: number, upTo: number, stream = 'dossier:a') => ({ stream, epoch: 1, from, upTo });

describe('answers to senders', () => {
  it('say which numbers of each stream were taken, also of repeats', () => {
    const one = aSubmission(1);
    const judgement = judge([one, aSubmission(2), one, aSubmission(1, { partitionkey: 'dossier:b' })], NOTHING);
    expect(answersOf(judgement, []).get('tax')?.accepted).toEqual([run(1, 2), run(1, 1, 'dossier:b')]);
  });

  it('never pass over a refused number, in this batch or one before it', () => {
    const [one, two, three, four] = [aSubmission(1), aSubmission(2, {}, refused), aSubmission(3), aSubmission(4)];
    const answer = answerTo(judge([one, two, two, three, four], NOTHING));
    expect(answer?.accepted).toEqual([run(1, 1), run(3, 4)]);
    expect(answer?.rejected.map(({ sequence }) => sequence)).toEqual([2]);
    const later = { ...NOTHING, streams: new Map([['tax|dossier:a', { epoch: 1, lastIn: 4 }]]) };
    expect(answerTo(judge([aSubmission(5)], later))?.accepted).toEqual([run(5, 5)]);
  });

  it('do not say that a number was taken when another message under it was refused', () => {
    const answer = answerTo(judge([aSubmission(1), aSubmission(1, { contenthash: 'other' }), aSubmission(2)], NOTHING));
    expect(answer?.accepted).toEqual([run(2, 2)]);
    expect(answer?.rejected.map(({ code }) => code)).toEqual(['integration-bus.SEQUENCE_CONFLICT']);
  });

  it('ask for the numbers before the first one that waits', () => {
    const judgement = judge([aSubmission(1), aSubmission(4), aSubmission(6)], NOTHING);
    expect(answersOf(judgement, []).get('tax')?.wanted).toEqual([{ stream: 'dossier:a', epoch: 1, from: 2, to: 3 }]);
  });

  it('tell a rejection with its log id, and tell it again when the message comes again', () => {
    const submission = aSubmission(1);
    const prior = { leaf: submission.leaf, logId: anId(), code: 'integration-bus.X', text: 'why', at: new Date(0) };
    const told = {
      ...{
        id: submission.envelope.attributes.id,
        stream: 'dossier:a',
        sequence: 1,
        code: 'integration-bus.X',
        text: 'why',
      },
      ...{ logId: prior.logId, at: '1970-01-01T07:00:00.000+07:00' },
    };
    const nothing = judge([], NOTHING);
    expect(answersOf(nothing, [{ ...prior, submission }]).get('tax')?.rejected).toEqual([told]);
    const first = { leaf: submission.leaf, contentHash: '' };
    const priors = new Map([[`tax|${submission.envelope.attributes.id}`, { first, rejections: [prior] }]]);
    expect(answersOf(judge([submission], { ...NOTHING, priors }), []).get('tax')?.rejected).toEqual([told]);
  });

  it('say nothing about protocol messages', () => {
    const judgement = judge([aSubmission(0, {}, { isProtocol: true })], NOTHING);
    expect(answersOf(judgement, []).size).toBe(0);
  });
});

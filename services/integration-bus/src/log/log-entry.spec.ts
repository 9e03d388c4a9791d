import { hash } from 'node:crypto';
import { canonicalBytes } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { someAttributes } from '../exchange/submission.mother';
import { entryLeaf, type LogEntry } from './log-entry';

const accepted: LogEntry = {
  logId: '0192f0c0-0000-7000-8000-000000000001',
  kind: 'accepted',
  acceptedAt: new Date('2026-01-02T03:04:05.678Z'),
  attributes: someAttributes(),
  signature: 'a.b.c',
  signaturePath: '0:',
  verdict: { outcome: 'accepted' },
  keyId: 'tax-1',
  grantVersion: '1',
  schemaHash: 'abc',
};

/** As anyone computes it who has the entry. */
function leafOfWhole({ acceptedAt, ...entry }: LogEntry): Buffer {
  const bytes = canonicalBytes({ ...entry, acceptedAt: instantText(acceptedAt) });
  return hash('sha256', Buffer.concat([Buffer.from([0]), bytes]), 'buffer');
}

describe('the leaf of a log entry', () => {
  it.each([
    ['an accepted message', accepted],
    ['one without grant', { ...accepted, grantVersion: undefined, schemaHash: undefined }],
    ['a void', { ...accepted, kind: 'void', content: { reason: 'expired', recipient: 'tax' } }],
    ['a refusal', { ...accepted, verdict: { outcome: 'rejected', code: 'X', text: 'no', facts: { n: 1 } } }],
    ['an act', { ...accepted, attributes: undefined, kind: 'admin', content: { act: 'x' } }],
  ] as [string, LogEntry][])('is the hash of the canonical JSON of the whole entry: %s', (_, entry) => {
    expect(entryLeaf(entry)).toEqual(leafOfWhole(entry));
  });
});

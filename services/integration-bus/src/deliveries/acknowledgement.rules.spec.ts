import { createHash } from 'node:crypto';
import {
  acknowledgedLeaf,
  type AcknowledgedMessage,
  generateKey,
  signerFromJwk,
  signLeaves,
} from '@lienthong/envelope';
import { anId } from '../exchange/submission.mother';
import { acknowledgedDeliveries, lastWords } from './acknowledgement.rules';

const leaf = createHash('sha256').update('message').digest();
const anItem = (
  deliverySequence: number,
  outcome: AcknowledgedMessage['outcome'] = 'handled',
): AcknowledgedMessage => ({
  ...{ logId: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01', sender: 'tax', id: anId(), stream: 'dossier:a' },
  ...{ deliverySequence, outcome, at: '2026-08-03T09:12:00.250+07:00' },
});
const about = (items: readonly AcknowledgedMessage[], signaturePath = '0:') =>
  acknowledgedDeliveries({ sender: 'land-registry', items, leaf, signaturePath, logId: 'ack-1' });

describe('acknowledgements of recipients', () => {
  it('answer the deliveries to the member that sent them', () => {
    expect(about([anItem(4)])).toEqual([
      {
        ...{ recipient: 'land-registry', stream: 'dossier:a', sequence: 4, outcome: 'handled', ackLogId: 'ack-1' },
        ...{ logId: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01', handledAt: '2026-08-03T09:12:00.250+07:00' },
      },
    ]);
  });

  it('keep each item’s path to the signed root, when the items were signed beside the message', () => {
    const items = [anItem(1), anItem(2), anItem(3)];
    const signer = signerFromJwk(generateKey('land-registry-1').privateJwk);
    const { paths } = signLeaves(signer, [leaf, ...items.map(acknowledgedLeaf)], 'lienthong-acknowledgement');
    expect(about(items, paths[0]).map(({ ackPath }) => ackPath)).toEqual(paths.slice(1));
    expect(about(items, paths[1]).map(({ ackPath }) => ackPath)).toEqual([undefined, undefined, undefined]);
  });

  it('count by the last word, but nothing undoes handled', () => {
    const words = lastWords(about([anItem(1, 'parked'), anItem(1), anItem(1, 'stashed'), anItem(2, 'stashed')]));
    expect(words.map(({ sequence, outcome }) => `${sequence} ${outcome}`)).toEqual(['1 handled', '2 stashed']);
  });
});

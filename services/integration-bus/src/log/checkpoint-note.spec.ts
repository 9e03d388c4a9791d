import { randomBytes } from 'node:crypto';
import { generateKey, publicKeyFromJwk, signerFromJwk } from '@lienthong/envelope';
import { openCheckpoint, signCheckpoint } from './checkpoint-note';

const { privateJwk, publicJwk } = generateKey('integration-bus-1');
const key = publicKeyFromJwk(publicJwk);
const checkpoint = { origin: 'lienthong/integration-bus', size: 12, root: randomBytes(32) };
const note = signCheckpoint(checkpoint, signerFromJwk(privateJwk));

describe('checkpoint of the message log', () => {
  it('is a signed note: origin, size, root, empty line, signature', () => {
    expect(note.split('\n')).toEqual([
      checkpoint.origin,
      '12',
      checkpoint.root.toString('base64'),
      '',
      expect.stringMatching(/^— lienthong\/integration-bus [A-Za-z0-9+/]+=*$/),
      '',
    ]);
  });

  it('opens with the key that signed it', () => {
    expect(openCheckpoint(note, checkpoint.origin, key)).toEqual(checkpoint);
  });

  it('does not open with another key, for another origin, or after any change', () => {
    const other = publicKeyFromJwk(generateKey('other').publicJwk);
    expect(openCheckpoint(note, checkpoint.origin, other)).toBeUndefined();
    expect(openCheckpoint(note, 'lienthong/other', key)).toBeUndefined();
    expect(openCheckpoint(note.replace('\n12\n', '\n13\n'), checkpoint.origin, key)).toBeUndefined();
    expect(openCheckpoint(`${note}\n`, checkpoint.origin, key)).toBeUndefined();
  });
});

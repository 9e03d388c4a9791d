import { createHash } from 'node:crypto';
import { contentHash, newSalt } from './content-hash';

describe('the content hash', () => {
  it('is SHA-256(salt ‖ bytes) in base64url', () => {
    const [salt, bytes] = [Buffer.alloc(32, 7), Buffer.from('{"a":1}')];
    expect(contentHash(salt, bytes)).toBe(createHash('sha256').update(salt).update(bytes).digest('base64url'));
  });

  it('of equal payloads differs, since every message draws its own salt', () => {
    const bytes = Buffer.from('{}');
    expect(newSalt()).toHaveLength(32);
    expect(contentHash(newSalt(), bytes)).not.toBe(contentHash(newSalt(), bytes));
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { signLeaves, type BatchType } from './batch-signature';
import { generateKey, publicKeyFromJwk, signBytes, signerFromJwk, type Signer } from './keys';
import { SignatureVerifier, type KeyDirectory, type PublicKeyRecord } from './signature-verifier';

const AT = new Date('2026-08-03T09:12:00+07:00');
const TAX = { member: 'tax', at: AT };
const leaf = (i: number): Buffer => createHash('sha256').update(`leaf ${i}`).digest();
const leaves = (size: number): Buffer[] => Array.from({ length: size }, (_, i) => leaf(i));

function keyPair(kid: string, member: string, validTo?: string): { signer: Signer; record: PublicKeyRecord } {
  const { privateJwk, publicJwk } = generateKey(kid);
  const validFrom = '2026-01-01T00:00:00+07:00';
  const record = { kid, member, key: publicKeyFromJwk(publicJwk), validFrom, ...(validTo ? { validTo } : {}) };
  return { signer: signerFromJwk(privateJwk), record };
}

const tax = keyPair('tax-2026', 'tax');
const old = keyPair('tax-2025', 'tax', '2026-08-03T09:12:00+07:00');
const land = keyPair('land-1', 'land-registry');
const records = new Map([tax, old, land].map(({ record }) => [record.kid, record]));
const directory: KeyDirectory = { find: (kid) => records.get(kid) };
const verifier = (): SignatureVerifier => new SignatureVerifier(directory);
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

/** Signs any header and payload with the tax key, as a careless or hostile sender might. */
function forged(header: string, payload: string): string {
  const input = `${Buffer.from(header).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`;
  return `${input}.${signBytes(tax.signer, Buffer.from(input))}`;
}

describe('a batch signature', () => {
  it.each([1, 2, 3, 7, 128, 500])('proves each of %i messages alone', (size) => {
    const batch = leaves(size);
    const { signature, paths } = signLeaves(tax.signer, batch);
    batch.forEach((one, i) => {
      expect(verifier().verify(one, signature, paths[i] ?? '', TAX)).toEqual({ kid: 'tax-2026' });
    });
  });

  it('is a compact JWS with exactly this header and payload, the path of a batch of one is "0:"', () => {
    const { signature, paths } = signLeaves(tax.signer, [leaf(0)]);
    const [header, payload] = signature.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(header).toBe('{"alg":"EdDSA","kid":"tax-2026","typ":"lienthong-batch"}');
    expect(payload).toBe(`{"root":"${leaf(0).toString('base64url')}","size":1}`);
    expect(paths).toEqual(['0:']);
  });

  it('does not fit another leaf, another index or another message of the batch', () => {
    const { signature, paths } = signLeaves(tax.signer, leaves(5));
    const shared = verifier();
    for (let i = 0; i < 5; i += 1) {
      for (let j = 0; j < 6; j += 1) {
        const code = codeOf(() => shared.verify(leaf(j), signature, paths[i] ?? '', TAX));
        expect(code).toBe(i === j ? 'accepted' : 'envelope.SIGNATURE_INVALID');
      }
    }
  });

  it('fails when any single character of signature or path is changed, added or taken away', () => {
    const { signature, paths } = signLeaves(tax.signer, leaves(6));
    const path = paths[3] ?? '';
    const alphabet = [...'ABCDwxyz0189-_.=:+/ \n'];
    const edit = fc.record({
      at: fc.nat({ max: signature.length + path.length }),
      with: fc.constantFrom(...alphabet),
      kind: fc.constantFrom('replace', 'insert', 'delete'),
    });
    const shared = verifier();
    shared.verify(leaf(3), signature, path, TAX);
    fc.assert(
      fc.property(edit, ({ at, with: letter, kind }) => {
        const whole = `${signature}|${path}`;
        const keep = kind === 'insert' ? at : at + 1;
        const edited = whole.slice(0, at) + (kind === 'delete' ? '' : letter) + whole.slice(keep);
        fc.pre(edited !== whole);
        const bar = edited.indexOf('|');
        fc.pre(bar >= 0);
        const act = (): unknown => shared.verify(leaf(3), edited.slice(0, bar), edited.slice(bar + 1), TAX);
        // A changed character may also name the key of last year.
        expect(codeOf(act)).toMatch(/^envelope\.(SIGNATURE_[A-Z_]+|KEY_UNKNOWN|KEY_NOT_VALID)$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused with another header, though the key fits', () => {
    const payload = `{"root":"${leaf(0).toString('base64url')}","size":1}`;
    const good = '{"alg":"EdDSA","kid":"tax-2026","typ":"lienthong-batch"}';
    expect(verifier().verify(leaf(0), forged(good, payload), '0:', TAX)).toEqual({ kid: 'tax-2026' });
    for (const header of [
      '{"alg":"EdDSA","kid":"tax-2026"}',
      '{"kid":"tax-2026","alg":"EdDSA","typ":"lienthong-batch"}',
      '{"alg":"EdDSA","kid":"tax-2026","typ":"lienthong-batch","crit":["x"]}',
      '{"alg":"EdDSA","kid":"tax-2026","kid":"tax-2026","typ":"lienthong-batch"}',
      '{"alg":"EdDSA", "kid":"tax-2026","typ":"lienthong-batch"}',
      '{"alg":"EdDSA","kid":7,"typ":"lienthong-batch"}',
      '[]',
      'null',
    ]) {
      const act = (): unknown => verifier().verify(leaf(0), forged(header, payload), '0:', TAX);
      expect(codeOf(act)).toBe('envelope.SIGNATURE_MALFORMED');
    }
  });

  it('is refused with a wrong size, root or path form', () => {
    const root = leaf(0).toString('base64url');
    const header = '{"alg":"EdDSA","kid":"tax-2026","typ":"lienthong-batch"}';
    for (const payload of [
      `{"root":"${root}","size":0}`,
      `{"root":"${root}","size":1.5}`,
      `{"root":"${root}","size":65537}`,
      `{"root":"${root}","size":"1"}`,
      `{"root":"${root}=","size":1}`,
      `{"root":"${root.slice(0, 42)}","size":1}`,
      `{"size":1,"root":"${root}"}`,
      '{}',
    ]) {
      const act = (): unknown => verifier().verify(leaf(0), forged(header, payload), '0:', TAX);
      expect(codeOf(act)).toBe('envelope.SIGNATURE_MALFORMED');
    }
    const { signature } = signLeaves(tax.signer, [leaf(0)]);
    for (const path of ['', '0', ':', '00:', '-0:', '0:.', '0:x', ' 0:', '0: ']) {
      expect(codeOf(() => verifier().verify(leaf(0), signature, path, TAX))).toBe('envelope.SIGNATURE_MALFORMED');
    }
    const ofTwo = forged(header, `{"root":"${root}","size":2}`);
    expect(codeOf(() => verifier().verify(leaf(0), ofTwo, '0:', TAX))).toBe('envelope.SIGNATURE_INVALID');
    for (const path of ['1:', `0:${root}`]) {
      expect(codeOf(() => verifier().verify(leaf(0), signature, path, TAX))).toBe('envelope.SIGNATURE_INVALID');
    }
  });

  it.each(['none', 'nOnE', 'HS256', 'ES256', 'eddsa', 'Ed25519'])('is refused by the algorithm %s', (alg) => {
    const payload = `{"root":"${leaf(0).toString('base64url')}","size":1}`;
    const jws = forged(`{"alg":"${alg}","kid":"tax-2026","typ":"lienthong-batch"}`, payload);
    for (const one of [jws, jws.slice(0, jws.lastIndexOf('.') + 1)]) {
      const act = (): unknown => verifier().verify(leaf(0), one, '0:', TAX);
      expect(codeOf(act)).toBe('envelope.SIGNATURE_ALGORITHM_REFUSED');
    }
  });

  it('of an acknowledgement is no signature of a message, nor the other way round', () => {
    const types: BatchType[] = ['lienthong-batch', 'lienthong-acknowledgement'];
    for (const typ of types) {
      const { signature } = signLeaves(tax.signer, [leaf(0)], typ);
      for (const expected of types) {
        const code = codeOf(() => verifier().verify(leaf(0), signature, '0:', { ...TAX, typ: expected }));
        expect(code).toBe(typ === expected ? 'accepted' : 'envelope.SIGNATURE_TYPE_WRONG');
      }
    }
  });

  it('must be by a key of the sender that is known and valid at the time', () => {
    const stranger = keyPair('stranger', 'tax');
    const by = (signer: Signer): string => signLeaves(signer, [leaf(0)]).signature;
    const code = (signer: Signer, at: string): string =>
      codeOf(() => verifier().verify(leaf(0), by(signer), '0:', { member: 'tax', at: new Date(at) }));
    expect(code(stranger.signer, '2026-08-03T09:12:00+07:00')).toBe('envelope.KEY_UNKNOWN');
    expect(code(land.signer, '2026-08-03T09:12:00+07:00')).toBe('envelope.KEY_OF_ANOTHER_MEMBER');
    expect(code(tax.signer, '2025-12-31T23:59:59+07:00')).toBe('envelope.KEY_NOT_VALID');
    expect(code(tax.signer, '2026-01-01T00:00:00+07:00')).toBe('accepted');
    expect(code(old.signer, '2026-08-03T09:11:59.999+07:00')).toBe('accepted');
    expect(code(old.signer, '2026-08-03T09:12:00+07:00')).toBe('envelope.KEY_NOT_VALID');
  });

  it('is not accepted under a kid whose key is another one', () => {
    const impostor = { ...land.signer, kid: 'tax-2026' };
    const { signature } = signLeaves(impostor, [leaf(0)]);
    expect(codeOf(() => verifier().verify(leaf(0), signature, '0:', TAX))).toBe('envelope.SIGNATURE_INVALID');
  });

  it('needs leaves of 32 bytes', () => {
    expect(() => signLeaves(tax.signer, [])).toThrow('envelope.BATCH_SIZE_INVALID');
    expect(() => signLeaves(tax.signer, [Buffer.alloc(31)])).toThrow('envelope.BATCH_SIZE_INVALID');
  });
});

describe('the cache of verified signatures', () => {
  it('judges owner and validity anew each time', () => {
    const shared = verifier();
    const { signature } = signLeaves(old.signer, [leaf(0)]);
    shared.verify(leaf(0), signature, '0:', { member: 'tax', at: new Date('2026-08-03T09:11:00+07:00') });
    expect(codeOf(() => shared.verify(leaf(0), signature, '0:', TAX))).toBe('envelope.KEY_NOT_VALID');
    expect(codeOf(() => shared.verify(leaf(0), signature, '0:', { ...TAX, member: 'land-registry' }))).toBe(
      'envelope.KEY_OF_ANOTHER_MEMBER',
    );
  });

  it('forgets a signature when the directory gives its kid another key', () => {
    let record = tax.record;
    const shared = new SignatureVerifier({ find: () => record });
    const { signature } = signLeaves(tax.signer, [leaf(0)]);
    shared.verify(leaf(0), signature, '0:', TAX);
    record = { ...tax.record, key: land.record.key };
    expect(codeOf(() => shared.verify(leaf(0), signature, '0:', TAX))).toBe('envelope.SIGNATURE_INVALID');
  });

  it('stays within its bound and still verifies what it has dropped', () => {
    const shared = new SignatureVerifier(directory, { cacheSize: 2 });
    const batches = [0, 1, 2, 3].map((i) => ({ i, ...signLeaves(tax.signer, [leaf(i)]) }));
    for (const { i, signature } of [...batches, ...batches]) shared.verify(leaf(i), signature, '0:', TAX);
    expect((shared as unknown as { verified: Map<string, unknown> }).verified.size).toBe(2);
  });
});

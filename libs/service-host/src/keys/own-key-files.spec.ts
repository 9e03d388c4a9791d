import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { generateKey, signBytes, verifyBytes, publicKeyFromJwk } from '@lienthong/envelope';
import { homeFiles } from './home-files';
import { newMemberKey } from './new-member-key';
import { OwnKeyFiles } from './own-key-files';

describe('the private keys of a member', () => {
  let home: string;
  let passedMs = 0;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'lienthong-own-'));
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + passedMs);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(home, { recursive: true, force: true });
  });

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text);
  };
  const layFirst = (): void => write(homeFiles.memberKey('tax'), JSON.stringify(generateKey('tax-1').privateJwk));
  const kids = (files: OwnKeyFiles): string[] => {
    passedMs += 2_000;
    return files.current().map(({ kid }) => kid);
  };

  it('are the first one and those that come later, without a restart, each as it is made', () => {
    layFirst();
    const files = new OwnKeyFiles(home, 'tax');
    expect(kids(files)).toEqual(['tax-1']);
    const { publicJwk } = newMemberKey(home, { member: 'tax', kid: 'tax-2' });
    expect(kids(files)).toEqual(['tax-1', 'tax-2']);
    const made = files.current()[1];
    const bytes = Buffer.from('x');
    expect(verifyBytes(publicKeyFromJwk(publicJwk), bytes, signBytes(made as never, bytes))).toBe(true);
    rmSync(join(home, homeFiles.memberKey('tax')));
    expect(kids(files)).toEqual(['tax-2']);
  });

  it('are never those of another member, and a file that holds none is left out', () => {
    layFirst();
    newMemberKey(home, { member: 'treasury', kid: 'treasury-2' });
    write(join(homeFiles.memberKeys('tax'), 'tax-2.jwk.json'), '{"kty":"OKP"');
    write(join(homeFiles.memberKeys('tax'), 'note.txt'), 'tax-3');
    expect(kids(new OwnKeyFiles(home, 'tax'))).toEqual(['tax-1']);
  });

  it('are made once under a name, which is a name', () => {
    newMemberKey(home, { member: 'tax', kid: 'tax-2' });
    expect(() => newMemberKey(home, { member: 'tax', kid: 'tax-2' })).toThrow('keys.KEY_THERE');
    expect(() => newMemberKey(home, { member: 'tax', kid: '../tax' })).toThrow('keys.KID_MALFORMED');
  });

  it('that are missing are named with what to do', () => {
    expect(() => new OwnKeyFiles(home, 'tax').current()).toThrow('npm run lienthong -- keys');
  });
});

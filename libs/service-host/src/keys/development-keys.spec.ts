import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKey, signBytes, verifyBytes } from '@lienthong/envelope';
import { ensureDevelopmentKeys } from './development-keys';
import { developmentPeople } from './development-people.data';
import { homeFiles } from './home-files';
import { MemberKeyDirectory } from './member-key-directory';
import { mintToken } from './mint-token';
import { memberSigner, StaffDirectory } from './staff-directory';

describe('development keys', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'lienthong-keys-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const content = (file: string): string => readFileSync(join(home, file), 'utf8');

  it('are made once and kept by every later run', async () => {
    await ensureDevelopmentKeys(home);
    const before = [
      content(homeFiles.memberKey('tax')),
      content(homeFiles.issuerPrivate),
      content(homeFiles.memberDirectory),
    ];
    await ensureDevelopmentKeys(home);
    expect([
      content(homeFiles.memberKey('tax')),
      content(homeFiles.issuerPrivate),
      content(homeFiles.memberDirectory),
    ]).toEqual(before);
  });

  it('agree with the directories when several processes start at once', async () => {
    await Promise.all([ensureDevelopmentKeys(home), ensureDevelopmentKeys(home), ensureDevelopmentKeys(home)]);
    const signer = memberSigner(home, 'tax');
    const key = new MemberKeyDirectory(home).find(signer.kid);
    expect(key).toMatchObject({ member: 'tax' });
    expect(verifyBytes(key?.key as never, Buffer.from('x'), signBytes(signer, Buffer.from('x')))).toBe(true);
  });

  it('keep private files readable by their owner only, and the directories free of secrets', async () => {
    await ensureDevelopmentKeys(home);
    for (const file of [homeFiles.memberKey('tax'), homeFiles.issuerPrivate]) {
      expect(statSync(join(home, file)).mode & 0o777).toBe(0o600);
    }
    for (const file of [homeFiles.memberDirectory, homeFiles.staffDirectory, homeFiles.issuerPublic]) {
      expect(content(file)).not.toContain('"d"');
    }
  });

  it('give the leaders of both land branches a key of their own, found by agency and key id', async () => {
    await ensureDevelopmentKeys(home);
    const staff = new StaffDirectory(home);
    for (const office of ['bien-hoa', 'long-thanh']) {
      const signer = staff.officerSigner('land-registry', `land-leader-${office}`);
      const found = staff.find('land-registry', signer.kid);
      expect(found).toMatchObject({ personId: `land-leader-${office}`, office });
      expect(staff.find('tax', signer.kid)).toBeUndefined();
    }
    expect(() => staff.officerSigner('land-registry', 'land-officer-bien-hoa')).toThrow('keys.STAFF_KEY_MISSING');
  });

  it('that are missing are named with what to do', async () => {
    expect(() => memberSigner(home, 'tax')).toThrow('npm run lienthong -- keys');
    await expect(mintToken(home, { person: 'x', member: 'tax', office: 'bien-hoa', roles: [] })).rejects.toThrow(
      'keys.PRIVATE_KEY_MISSING',
    );
  });

  it('of a member that joins later are found without a restart', async () => {
    await ensureDevelopmentKeys(home);
    const directory = new MemberKeyDirectory(home);
    expect(directory.find('newcomer-1')).toBeUndefined();
    const path = join(home, homeFiles.memberDirectory);
    const { keys } = JSON.parse(content(homeFiles.memberDirectory)) as { keys: unknown[] };
    const jwk = generateKey('newcomer-1').publicJwk;
    const row = { kid: 'newcomer-1', member: 'newcomer', jwk, validFrom: '2026-01-01T00:00:00+07:00' };
    writeFileSync(path, JSON.stringify({ keys: [...keys, row] }));
    utimesSync(path, new Date(), new Date(Date.now() + 5_000));
    expect(directory.find('newcomer-1')).toMatchObject({ member: 'newcomer' });
  });
});

describe('people of the local run', () => {
  it('are named <role>-<office>, each once in an agency', () => {
    const ids = developmentPeople.map(({ member, person }) => `${member}|${person}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('land-registry|land-leader-bien-hoa');
    expect(ids).toContain('collecting-bank|payer-head-office');
    expect(ids).toContain('integration-bus|bus-operator-centre');
  });
});

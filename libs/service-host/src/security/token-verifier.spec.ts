import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '@lienthong/kernel';
import { loadConfig } from '../config/load-config';
import { ServiceConfig } from '../config/service.config';
import { ensureDevelopmentKeys } from '../keys/development-keys';
import { homeFiles } from '../keys/home-files';
import { mintToken, type TokenRequest } from '../keys/mint-token';
import { TokenVerifier } from './token-verifier';

const NOW = '2026-08-03T09:00:00+07:00';
const clerk: TokenRequest = {
  person: 'desk-clerk-bien-hoa',
  member: 'intake',
  office: 'bien-hoa',
  roles: ['desk-clerk'],
};

describe('a bearer token', () => {
  let home: string;
  let clock: FixedClock;
  let verifier: TokenVerifier;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'lienthong-token-'));
    clock = new FixedClock(NOW);
    await ensureDevelopmentKeys(home);
    verifier = verifierOf(home);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  function verifierOf(folder: string): TokenVerifier {
    const variables = { DATABASE_URL: 'postgres://a@b/c', KAFKA_BROKERS: 'b:1', LIENTHONG_HOME: folder };
    return new TokenVerifier(loadConfig(ServiceConfig, 'intake', variables), clock);
  }

  it('names the person, agency, office and roles', async () => {
    const actor = await verifier.verify(await mintToken(home, { ...clerk, clock }));
    expect(actor).toMatchObject({ id: clerk.person, member: 'intake', office: 'bien-hoa', roles: ['desk-clerk'] });
    expect(actor.name).not.toBe(clerk.person);
  });

  it('expires by the clock of the service, so that another day can be played', async () => {
    const token = await mintToken(home, { ...clerk, minutes: 10, clock });
    clock.set('2026-08-03T09:11:00+07:00');
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'access.TOKEN_INVALID' });
  });

  it('that was accepted before expires as well, and is refused once its issuer key is gone', async () => {
    const token = await mintToken(home, { ...clerk, minutes: 10, clock });
    const actor = await verifier.verify(token);
    expect(await verifier.verify(token)).toBe(actor);
    clock.set('2026-08-03T09:11:00+07:00');
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'access.TOKEN_INVALID' });
    clock.set(NOW);
    const lasting = await mintToken(home, { ...clerk, clock });
    await verifier.verify(lasting);
    writeFileSync(join(home, homeFiles.issuerPublic), JSON.stringify({ keys: [] }));
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    await expect(verifier.verify(lasting)).rejects.toMatchObject({ code: 'access.TOKEN_INVALID' });
  });

  it('of another issuer is refused', async () => {
    const other = mkdtempSync(join(tmpdir(), 'lienthong-token-'));
    await ensureDevelopmentKeys(other);
    await expect(verifier.verify(await mintToken(other, { ...clerk, clock }))).rejects.toMatchObject({
      code: 'access.TOKEN_INVALID',
    });
    rmSync(other, { recursive: true });
  });

  it('whose content was changed is refused', async () => {
    const [head, payload = '', signature] = (await mintToken(home, { ...clerk, clock })).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, roles: ['agency-leader'] })).toString('base64url');
    for (const token of [
      `${head}.${changed}.${signature}`,
      `${head}.${payload}.`,
      'x',
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`,
    ]) {
      await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'access.TOKEN_INVALID' });
    }
  });

  it('without an office or with odd names is refused', async () => {
    for (const odd of [{ office: '' }, { person: 'a|b' }, { member: 'Tax' }]) {
      const token = await mintToken(home, { ...clerk, ...odd, clock });
      await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'access.TOKEN_INVALID' });
    }
  });

  it('of a renewed issuer key is accepted without a restart', async () => {
    await verifier.verify(await mintToken(home, { ...clerk, clock }));
    const renewed = mkdtempSync(join(tmpdir(), 'lienthong-token-'));
    await ensureDevelopmentKeys(renewed);
    rename(join(renewed, homeFiles.issuerPrivate), 'issuer-2');
    const token = await mintToken(renewed, { ...clerk, clock });
    const path = join(home, homeFiles.issuerPublic);
    const { kty, crv, x, y } = JSON.parse(readFileSync(join(renewed, homeFiles.issuerPrivate), 'utf8')) as Record<
      string,
      string
    >;
    writeFileSync(path, JSON.stringify({ keys: [{ kty, crv, x, y, kid: 'issuer-2', alg: 'ES256' }] }));
    utimesSync(path, new Date(), new Date(Date.now() + 5_000));
    await expect(verifier.verify(token)).resolves.toMatchObject({ id: clerk.person });
    rmSync(renewed, { recursive: true });
  });
});

function rename(path: string, kid: string): void {
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), kid }));
}

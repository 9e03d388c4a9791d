import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeFiles } from '@lienthong/service-host';
import { credentialsOf } from './broker';
import { readCliConfig } from './cli.config';

describe('an operator at the broker', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'lienthong-broker-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const credentials = (env: NodeJS.ProcessEnv = {}) => credentialsOf(readCliConfig({ LIENTHONG_HOME: home, ...env }));
  const keepPassword = (): void => {
    mkdirSync(join(home, 'kafka'));
    writeFileSync(join(home, 'kafka', 'lienthong-admin.password'), 'secret');
  };

  it('is nobody at an open one, also when this home has kept the password of a secured one', () => {
    keepPassword();
    expect(credentials()).toBeUndefined();
  });

  it('is whom the environment names, with the encryption it names', () => {
    keepPassword();
    const own = { KAFKA_SASL_USERNAME: 'root', KAFKA_SASL_PASSWORD: 'x' };
    expect(credentials({ ...own, LIENTHONG_KAFKA: 'secured' })).toEqual({
      username: 'root',
      password: 'x',
      tls: false,
    });
    expect(credentials({ ...own, KAFKA_TLS: 'true' })).toMatchObject({ tls: true });
  });

  it('is the administrator of this home at a secured one, by the environment or by the stack that runs', () => {
    keepPassword();
    const admin = { username: 'lienthong-admin', password: 'secret', tls: false };
    expect(credentials({ LIENTHONG_KAFKA: 'secured' })).toEqual(admin);
    writeFileSync(join(home, homeFiles.stack), JSON.stringify({ urls: {}, kafkaIsSecured: true }));
    expect(credentials()).toEqual(admin);
  });

  it('is told what is missing', () => {
    expect(() => credentials({ LIENTHONG_KAFKA: 'secured' })).toThrow('lienthong-admin.password is not there');
    expect(() => credentials({ KAFKA_SASL_USERNAME: 'root' })).toThrow('belong together');
  });
});

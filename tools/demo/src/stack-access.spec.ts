import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passwordFile, serviceNames } from '../../local-infra/src';
import { readDemoConfig } from './demo.config';
import { findStack } from './stack-access';

describe('a stack in containers, which wrote no file', () => {
  let home: string;
  let services: Server;
  let environment: Readonly<Record<string, string>>;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lienthong-stack-'));
    const password = passwordFile(home, 'lienthong-admin');
    mkdirSync(join(home, 'kafka'));
    writeFileSync(password, 'of the broker');
    services = createServer((_, response) => void response.setHeader('connection', 'close').end('{}'));
    await new Promise<void>((resolve) => services.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(services.address() as AddressInfo).port}`;
    environment = { LIENTHONG_HOME: home, LIENTHONG_URLS: serviceNames.map((name) => `${name}=${url}`).join(',') };
  });
  afterAll(() => {
    services.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('is read as who keeps the secured broker, whose password lies in the home folder', async () => {
    const access = await findStack(readDemoConfig({ ...environment, LIENTHONG_KAFKA: 'secured' }));
    expect(access.kafkaAccess?.admin).toEqual({ username: 'lienthong-admin', password: 'of the broker' });
  });

  it('is read without credentials where the broker asks nobody who he is', async () => {
    expect((await findStack(readDemoConfig(environment))).kafkaAccess).toBeUndefined();
  });
});

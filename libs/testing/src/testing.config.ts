/** Addresses that the integration run gives its specs. */
export interface TestInfrastructure {
  /** Administrator's URL of the PostgreSQL of this run. */
  readonly postgres: string;
  /** `host:port`, comma-separated. */
  readonly kafka: string;
}

/** Where the tests' PostgreSQL and Kafka answer. @throws when the spec is not run as an integration spec */
export function testInfrastructure(): TestInfrastructure {
  const postgres = process.env['LIENTHONG_TEST_POSTGRES'];
  const kafka = process.env['LIENTHONG_TEST_KAFKA'];
  if (!postgres || !kafka) {
    throw new Error(
      'There is no test infrastructure: name the file *.int.spec.ts or *.e2e.spec.ts, and run it by `npm test` ' +
        '(or set LIENTHONG_TEST_POSTGRES and LIENTHONG_TEST_KAFKA)',
    );
  }
  return { postgres, kafka };
}

/** Gives the specs of this file an infrastructure of their own, for what breaks it. */
export function testOn({ postgres, kafka }: TestInfrastructure): void {
  process.env['LIENTHONG_TEST_POSTGRES'] = postgres;
  process.env['LIENTHONG_TEST_KAFKA'] = kafka;
}

/** This process's environment with changes, for a child process. */
export function environmentWith(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const merged = Object.entries({ ...process.env, ...changes });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** `npm run test:full` sets LIENTHONG_TEST_SIZE=full. */
export function testsRunInFull(): boolean {
  return process.env['LIENTHONG_TEST_SIZE'] === 'full';
}

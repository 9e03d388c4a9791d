/** Jest's workers inherit the environment of the process that ran the global setup; libs/testing reads it. */
export function publishTestInfrastructure(postgres: string, kafka: string): void {
  process.env['LIENTHONG_TEST_POSTGRES'] = postgres;
  process.env['LIENTHONG_TEST_KAFKA'] = kafka;
}

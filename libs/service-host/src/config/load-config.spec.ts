import { IsBoolean, IsInt, Min } from 'class-validator';
import { ConfigError, loadConfig, readConfig } from './load-config';
import { ServiceConfig } from './service.config';

class TaxLikeConfig extends ServiceConfig {
  @IsBoolean()
  readonly revenueCopyToLand: boolean = false;

  @IsInt()
  @Min(1)
  readonly deadlineDays: number = 30;
}

const complete = {
  DATABASE_URL: 'postgres://app:secret@127.0.0.1:5432/tax',
  KAFKA_BROKERS: '127.0.0.1:9092, broker-2:9093',
};

function faultsOf(variables: Record<string, string>): Record<string, string> {
  try {
    loadConfig(TaxLikeConfig, 'tax', variables);
  } catch (error) {
    if (error instanceof ConfigError) return Object.fromEntries(error.faults.map((f) => [f.variable, f.message]));
    throw error;
  }
  return {};
}

describe('settings of a service', () => {
  it('come from variables named like the properties, with defaults for the rest', () => {
    const config = loadConfig(TaxLikeConfig, 'tax', {
      ...complete,
      CLOCK_OFFSET_MS: '-86400000',
      REVENUE_COPY_TO_LAND: 'true',
    });
    expect(config).toMatchObject({
      member: 'tax',
      port: 3003,
      kafkaBrokers: ['127.0.0.1:9092', 'broker-2:9093'],
      topicPrefix: 'lt.',
      clockOffsetMs: -86_400_000,
      revenueCopyToLand: true,
      deadlineDays: 30,
    });
    expect(config.home).toBe('.lienthong');
  });

  it('read "false" as false and refuse other words', () => {
    expect(loadConfig(TaxLikeConfig, 'tax', { ...complete, REVENUE_COPY_TO_LAND: 'false' }).revenueCopyToLand).toBe(
      false,
    );
    expect(faultsOf({ ...complete, REVENUE_COPY_TO_LAND: 'yes' })).toHaveProperty('REVENUE_COPY_TO_LAND');
  });

  it('give the credentials for the broker whole or not at all, and never show the password', () => {
    expect(loadConfig(TaxLikeConfig, 'tax', complete).kafkaCredentials).toBeUndefined();
    const [username, password] = ['tax', 'a secret'];
    const both = { ...complete, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password };
    expect(loadConfig(TaxLikeConfig, 'tax', both).kafkaCredentials).toEqual({ username, password, tls: false });
    expect(faultsOf({ ...complete, KAFKA_SASL_USERNAME: username })).toEqual({ KAFKA_SASL_PASSWORD: 'is missing' });
    expect(faultsOf({ ...complete, KAFKA_SASL_PASSWORD: password })).toEqual({ KAFKA_SASL_USERNAME: 'is missing' });
  });

  it('list every fault at once, each with its variable', () => {
    const faults = faultsOf({
      KAFKA_BROKERS: 'nowhere',
      PORT: 'many',
      CLOCK_OFFSET_MS: '1.5',
      DEADLINE_DAYS: '0',
      LOG_LEVEL: 'loud',
    });
    expect(Object.keys(faults).sort()).toEqual(
      ['CLOCK_OFFSET_MS', 'DATABASE_URL', 'DEADLINE_DAYS', 'KAFKA_BROKERS', 'LOG_LEVEL', 'PORT'].sort(),
    );
    expect(faults['DATABASE_URL']).toBe('is missing');
    expect(faults['DEADLINE_DAYS']).toBe('must not be less than 1 (found 0)');
  });

  it('take an empty variable for one that is not set', () => {
    expect(loadConfig(TaxLikeConfig, 'tax', { ...complete, TOPIC_PREFIX: '' }).topicPrefix).toBe('lt.');
  });

  it('do not show a wrong address, which may hold a password', () => {
    const faults = faultsOf({ ...complete, DATABASE_URL: 'mysql://app:secret@db/tax' });
    expect(faults['DATABASE_URL']).not.toContain('secret');
  });

  it('are checked for any class', () => {
    class Small {
      @IsInt()
      readonly retryMs: number;
    }
    expect(readConfig(Small, { RETRY_MS: '5' }).retryMs).toBe(5);
    expect(() => readConfig(Small, {})).toThrow('RETRY_MS: is missing');
  });
});

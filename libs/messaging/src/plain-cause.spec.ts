import { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } from 'kafkajs';
import { plainCause } from './plain-cause';

const refused = new KafkaJSConnectionError('Connection error: connect ECONNREFUSED 10.1.2.3:9092', {
  broker: '10.1.2.3:9092',
  code: 'ECONNREFUSED',
});
const withCode = (code: string): Error => Object.assign(new Error('secret 10.1.2.3'), { code });

describe('a failure in plain words', () => {
  it('names the side that is missing and never an address or data', () => {
    const retried = new KafkaJSNumberOfRetriesExceeded(refused, { retryCount: 5, retryTime: 100 });
    const topic = new KafkaJSProtocolError({ type: 'UNKNOWN_TOPIC_OR_PARTITION', code: 3, message: 'x' } as never);
    expect(
      [retried, topic, withCode('28P01'), withCode('ECONNREFUSED'), new Error('Connection terminated')].map(plainCause),
    ).toEqual([
      { waitsFor: 'broker', words: 'nobody listens at its address' },
      { waitsFor: 'topic', words: 'the topic does not exist' },
      { waitsFor: 'database', words: 'it refuses the password' },
      { waitsFor: 'database', words: 'nobody listens at its address' },
      { waitsFor: 'database', words: 'it closed the connection' },
    ]);
  });

  it('says what to look at when the broker refuses credentials or rights', () => {
    const sasl = Object.assign(new Error('SASL SCRAM SHA512 authentication failed: secret'), {
      name: 'KafkaJSSASLAuthenticationError',
    });
    const refusal = (type: string): Error => new KafkaJSProtocolError({ type, code: 29, message: 'secret' } as never);
    expect(
      [sasl, refusal('TOPIC_AUTHORIZATION_FAILED'), refusal('GROUP_AUTHORIZATION_FAILED')].map(plainCause),
    ).toEqual([
      {
        waitsFor: 'broker',
        words: 'it refuses the credentials: look at KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD',
      },
      {
        waitsFor: 'broker',
        words: 'it gives no right to a topic: was the member provisioned, and has the bus made its topics?',
      },
      { waitsFor: 'broker', words: 'it gives no right to the consumer group: was the member provisioned?' },
    ]);
  });

  it('says only the kind of a failure that it does not know', () => {
    expect(plainCause(new TypeError('secret'))).toEqual({ waitsFor: 'unknown', words: 'TypeError' });
    expect(plainCause(undefined)).toEqual({ waitsFor: 'unknown', words: 'unknown failure' });
  });
});

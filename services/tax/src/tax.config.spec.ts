import { loadConfig, variableOf } from '@lienthong/service-host';
import { defaultReadings, readingChoices, type Readings } from './law/readings.data';
import { TaxConfig } from './tax.config';

const infrastructure = { DATABASE_URL: 'postgres://app:secret@127.0.0.1:5432/tax', KAFKA_BROKERS: '127.0.0.1:9092' };

describe('the readings of a tax office', () => {
  it('are the default readings unless the office sets them', () => {
    expect(loadConfig(TaxConfig, 'tax', infrastructure)).toMatchObject(defaultReadings);
  });

  it.each(Object.entries(readingChoices))(
    '%s can be set to each of its answers, and to nothing else',
    (question, choices) => {
      const variable = variableOf(question);
      for (const choice of choices) {
        const config = loadConfig(TaxConfig, 'tax', { ...infrastructure, [variable]: String(choice) });
        expect(config[question as keyof Readings]).toBe(choice);
      }
      expect(() => loadConfig(TaxConfig, 'tax', { ...infrastructure, [variable]: 'as we like' })).toThrow(variable);
    },
  );
});

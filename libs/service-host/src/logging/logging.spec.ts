import { pino } from 'pino';
import { type Options } from 'pino-http';
import { loadConfig } from '../config/load-config';
import { ServiceConfig } from '../config/service.config';
import { loggerParams } from './logger-params';
import { maskedPath, maskText } from './mask-log';

const config = loadConfig(ServiceConfig, 'tax', {
  DATABASE_URL: 'postgres://app@127.0.0.1/tax',
  KAFKA_BROKERS: '127.0.0.1:9092',
});

function logged(write: (logger: pino.Logger) => void): Record<string, unknown> {
  const lines: string[] = [];
  const { pinoHttp } = loggerParams(config);
  write(pino(pinoHttp as Options as pino.LoggerOptions, { write: (line: string) => lines.push(line) }));
  return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
}

describe('logs', () => {
  it('hide personal numbers in texts but leave item numbers of 17 digits', () => {
    expect(maskText('payer 075190000001, item 11120260000000017')).toBe('payer ********0001, item 11120260000000017');
    expect(maskedPath('/people/075190000001?name=Lê')).toBe('/people/********0001');
  });

  it('leave an id whose last group is twelve digits, and hide a number that only stands behind a hyphen', () => {
    expect(maskText('id 019bf0f2-6a10-7c3e-9a51-075190000001')).toBe('id 019bf0f2-6a10-7c3e-9a51-075190000001');
    expect(maskText('file 2026-075190000001')).toBe('file 2026-********0001');
  });

  it('name the service and hide personal fields and tokens wherever they stand', () => {
    const line = logged((logger) =>
      logger.info(
        {
          payerName: 'Lê Thị Cúc',
          row: { personalIdentificationNumber: '075190000001' },
          req: { headers: { authorization: 'Bearer x' } },
        },
        'issued to 075190000001',
      ),
    );
    expect(line).toMatchObject({ level: 'info', service: 'tax', message: 'issued to ********0001' });
    expect(JSON.stringify(line)).not.toMatch(/Cúc|075190000001|Bearer/);
  });

  it('hide personal numbers in the facts of a line, and keep dossier code and message id', () => {
    const facts = { dossierCode: 'H19.91.02-260803-0001', messageId: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01' };
    const line = logged((logger) => logger.warn({ ...facts, error: 'invalid value "075190000001"' }, 'parked'));
    expect(line).toMatchObject({ ...facts, message: 'parked', error: 'invalid value "********0001"' });
  });

  it('show the stack of an error and its cause, never its data', () => {
    const error = Object.assign(new Error('no row for 075190000001', { cause: new Error('socket closed') }), {
      parameters: ['Lê Thị Cúc'],
    });
    const line = logged((logger) => logger.error({ err: error }, 'failed'));
    expect(line['err']).toMatchObject({
      type: 'Error',
      message: 'no row for ********0001',
      cause: { message: 'socket closed' },
    });
    expect(JSON.stringify(line)).not.toMatch(/Cúc|075190000001/);
  });
});

import { OffsetClock } from '@lienthong/kernel';
import type { UnitOfWork } from '@lienthong/persistence';
import { ServiceConfig } from '../config/service.config';
import { PaperDesk } from './paper-desk';

function desk(settings: Partial<ServiceConfig>): PaperDesk {
  return new PaperDesk({} as UnitOfWork, new OffsetClock(0), Object.assign(new ServiceConfig(), settings));
}

describe('the QR code of a paper', () => {
  it('opens the look-up of the installation with the dossier code, and says nothing else', () => {
    for (const paperLookUpUrl of ['https://example.vn/tra-cuu', 'https://example.vn/tra-cuu/']) {
      expect(desk({ paperLookUpUrl }).lookUp('H19.91.01-260803-0001')).toBe(
        'https://example.vn/tra-cuu/H19.91.01-260803-0001',
      );
      expect(desk({ paperLookUpUrl }).lookUp('a/b?c')).toBe('https://example.vn/tra-cuu/a%2Fb%3Fc');
    }
  });

  it('is the dossier code alone where no look-up is set', () => {
    expect(desk({}).lookUp('H19.91.01-260803-0001')).toBe('H19.91.01-260803-0001');
  });
});

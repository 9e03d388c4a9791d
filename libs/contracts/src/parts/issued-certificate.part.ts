import { DateText, ListOf, OneOf, Optional, Text } from '@lienthong/envelope';
import { DeferredItem } from './deferred-item.part';

/** The certificate that ends the dossier: the old one with the change noted (chỉnh lý trang 4), or a new one (cấp mới). */
export class IssuedCertificate {
  @Text({ max: 20 })
  readonly serial: string;

  @Text({ max: 30 })
  readonly registerNumber: string;

  @OneOf(['noted', 'new'] as const)
  readonly form: 'noted' | 'new';

  @DateText()
  readonly signedOn: string;

  /** Ghi nợ nghĩa vụ tài chính, as it stands on the certificate (F19). */
  @Optional()
  @ListOf(() => DeferredItem, { max: 200 })
  readonly deferredItems?: readonly DeferredItem[];
}

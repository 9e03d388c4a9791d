import { Message, messageOf, Optional, Part } from '@lienthong/envelope';
import { IssuedCertificateV2 } from '../parts/any-payer.part';
import { ProcessingConcludedV1 } from './processing-concluded.message';

const { example: first } = messageOf(ProcessingConcludedV1);
const example: ProcessingConcludedV2 = { ...first };

/** M50 with debts of any payer on the certificate. Sent where a payer has no personal identification number. */
@Message({
  owner: 'land-registry',
  name: 'processing-concluded',
  version: 2,
  summary:
    'The land office has concluded the dossier, with debts of payers of any kind on the certificate (kết thúc hồ sơ) (M50).',
  example,
})
export class ProcessingConcludedV2 extends ProcessingConcludedV1 {
  @Optional()
  @Part(() => IssuedCertificateV2)
  override readonly certificate?: IssuedCertificateV2;
}

import { Message, messageOf } from '@lienthong/envelope';
import { PayerNumber } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { DebtAskedV1 } from './debt-asked.message';

const before = messageOf(DebtAskedV1);
const example: DebtAskedV2 = { ...before.example, payerNumber: exampleTaxCode };

/** M31 asked by any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'collecting-bank',
  name: 'debt-asked',
  version: 2,
  summary: 'A payer of any kind asks by dossier code and number what is owed (truy vấn nghĩa vụ) (M31).',
  stream: (body) => before.stream(body),
  subject: () => undefined,
  example,
})
export class DebtAskedV2 extends DebtAskedV1 {
  @PayerNumber()
  override readonly payerNumber: string;
}

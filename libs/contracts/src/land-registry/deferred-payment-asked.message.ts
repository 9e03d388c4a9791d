import { DossierCode, Message, Text } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

const example: DeferredPaymentAskedV1 = {
  dossierCode: exampleDossierCode,
  registerNumber: '00012/2026/CS-BIEN-HOA',
  releaseDossierCode: 'H19.91.01-270301-0003',
};

/** 1.013988: whoever wants the note of a deferred debt removed has to pay it first, so that it has to be payable. */
@Message({
  owner: 'land-registry',
  name: 'deferred-payment-asked',
  version: 1,
  summary:
    'The note of a deferred debt is to be removed: the land office asks how the debt stands and to have it made payable (đề nghị mở khoản ghi nợ để nộp) (F19, L10).',
  example,
})
export class DeferredPaymentAskedV1 {
  /** Of the dossier whose debt it is. */
  @DossierCode()
  readonly dossierCode: string;

  /** Under which the note stands in the land register. */
  @Text({ max: 50 })
  readonly registerNumber: string;

  @DossierCode()
  readonly releaseDossierCode: string;
}

import { DossierCode, InstantText, Message, OneOf, Optional, Part, Text } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';
import { IssuedCertificate } from '../parts/issued-certificate.part';

const example: ProcessingConcludedV1 = {
  dossierCode: exampleDossierCode,
  outcome: 'done',
  concludedAt: '2026-08-03T14:50:00+07:00',
  certificate: { serial: 'AA 00000000', registerNumber: 'CS 00313', form: 'noted', signedOn: '2026-08-03' },
};

/** M50 DongBoTrangThaiKetThuc: with the certificate when done, else with the reason and its document. */
@Message({
  owner: 'land-registry',
  name: 'processing-concluded',
  version: 1,
  summary:
    'The land registration office has concluded the dossier: done, rejected with a written notice, or withdrawn (kết thúc xử lý) (M50).',
  example,
})
export class ProcessingConcludedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @OneOf(['done', 'rejected', 'withdrawn'] as const)
  readonly outcome: 'done' | 'rejected' | 'withdrawn';

  @InstantText()
  readonly concludedAt: string;

  /** Present when the outcome is `done`. */
  @Optional()
  @Part(() => IssuedCertificate)
  readonly certificate?: IssuedCertificate;

  /** Why it was rejected or withdrawn. */
  @Optional()
  @Text({ max: 1000 })
  readonly reason?: string;

  /** Number of the written notice (văn bản thông báo) of a rejection. */
  @Optional()
  @Text({ max: 60 })
  readonly documentNumber?: string;
}

import { DossierCode, Message } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

/** Sent by whoever was granted it: a portal, another desk. Defined by who answers it. */
@Message({
  owner: 'intake',
  name: 'dossier-status-asked',
  version: 1,
  summary: 'Somebody asks the one-stop desk where a dossier stands (tra cứu tình trạng hồ sơ).',
  example: { dossierCode: exampleDossierCode },
})
export class DossierStatusAskedV1 {
  @DossierCode()
  readonly dossierCode: string;
}

import { DossierCode, IdText, ListOfText, Message } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

const example: ScansRequestedV1 = {
  dossierCode: exampleDossierCode,
  requestId: '019fc562-94c0-7000-8000-0000000000f1',
  papers: ['contract'],
};

/** M18 TruyVanHoSoScan (TCT_TVHSSC): dossier code and paper codes. */
@Message({
  owner: 'tax',
  name: 'scans-requested',
  version: 1,
  summary:
    'The tax office asks the land registration office for the scans that it holds of a dossier (truy vấn hồ sơ quét) (M18).',
  example,
})
export class ScansRequestedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly requestId: string;

  @ListOfText({ max: 10, maxLength: 40, pattern: '^[a-z][a-z-]*$' })
  readonly papers: readonly string[];
}

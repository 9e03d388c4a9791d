import { DossierCode, IdText, Message } from '@lienthong/envelope';
import { exampleDossierCode, exampleSlipId } from '../parts/clean-transfer.example';

const example: TaxStateAskedV1 = {
  dossierCode: exampleDossierCode,
  requestId: '019fc562-94c0-7000-8000-0000000000e2',
  slipId: exampleSlipId,
};

/** M16 TruyVanThongBao and M17 TruyVanNVTC in one: the fallback when a push is missing. */
@Message({
  owner: 'land-registry',
  name: 'tax-state-asked',
  version: 1,
  summary: 'The land office asks how a slip stands, its notices and its obligation included (truy vấn) (M16, M17).',
  example,
})
export class TaxStateAskedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly requestId: string;

  @IdText()
  readonly slipId: string;
}

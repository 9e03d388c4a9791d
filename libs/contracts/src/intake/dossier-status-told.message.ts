import { DossierCode, InstantText, Message, OneOf, Optional, Text, Whole } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

const example: DossierStatusToldV1 = {
  dossierCode: exampleDossierCode,
  outcome: 'known',
  state: 4,
  stateName: 'Đang xử lý',
  since: '2026-08-03T09:12:00+07:00',
  appointmentAt: '2026-08-17T17:00:00+07:00',
};

/** Nothing in it is about a person: who asked may know where the dossier stands, not what is in it. */
@Message({
  owner: 'intake',
  name: 'dossier-status-told',
  version: 1,
  summary: 'The one-stop desk tells who asked in which of the ten national states a dossier is.',
  example,
})
export class DossierStatusToldV1 {
  @DossierCode()
  readonly dossierCode: string;

  /** `unknown`: the desk has no such dossier, and the rest is absent. */
  @OneOf(['known', 'unknown'])
  readonly outcome: 'known' | 'unknown';

  /** One of the ten national states, 1 to 10. */
  @Optional()
  @Whole({ min: 1, max: 10 })
  readonly state?: number;

  @Optional()
  @Text({ max: 120 })
  readonly stateName?: string;

  @Optional()
  @InstantText()
  readonly since?: string;

  @Optional()
  @InstantText()
  readonly appointmentAt?: string;
}

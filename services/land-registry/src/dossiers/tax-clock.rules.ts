import { legalRegimeOn, type RegimeId, taxClockRule, TransferSlipReceivedV1 } from '@lienthong/contracts';
import { localDate, type LocalDate } from '@lienthong/kernel';
import type { LandDossier } from './land-dossier.state';
import { type Act, advance } from './land-procedure.rules';

/** M11: the tax office has the slip; the first time its clock starts, or will with its acceptance. */
export function slipArrived(dossier: LandDossier, receivedAt: string | undefined, act: Act): LandDossier {
  const taxClockOn = dossier.taxClockOn ?? localDate(receivedAt === undefined ? act.at : new Date(receivedAt));
  return advance(dossier, TransferSlipReceivedV1, act, { taxClockOn });
}

/** M12: where the clock starts with the acceptance it is that of the first slip; a later one changes nothing. */
export function slipAccepted(dossier: LandDossier, acceptedOn: LocalDate): LandDossier {
  const { taxClockOn, slip } = dossier;
  if (taxClockOn === undefined || slip?.submission !== 1) return dossier;
  const startsOnReceipt = taxClockRule(legalRegimeOn(taxClockOn).id, taxClockOn).startsOn === 'receipt';
  return startsOnReceipt ? dossier : { ...dossier, taxClockOn: acceptedOn };
}

/** The regime of the tax office's clock, before it has begun that of the day on which the papers came here. */
export function regimeOf({ taxClockOn, receivedAt }: Pick<LandDossier, 'taxClockOn' | 'receivedAt'>): RegimeId {
  return legalRegimeOn(taxClockOn ?? localDate(receivedAt)).id;
}

import { type SlipFault, slipBytes, type TransferSlipSentV2 } from '@lienthong/contracts';
import { verifyBytes } from '@lienthong/envelope';
import { StaffDirectory } from '@lienthong/service-host';
import { localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { taxErrors } from '../tax.errors';
import { countsFrom } from './signature-change.rules';
import { slipFault } from './slip-fault.rules';

/** Who signs a slip at a land office. */
const LEADER = 'land-leader';

/** Where a slip came from, and when. */
export interface SlipOrigin {
  readonly landOffice: string;
  readonly receivedAt: Date;
}

/**
 * F27: the slip is signed by a leader of the sending land office with the leader's own key, which is valid at signing and at
 * receipt: the time of signing is only what the signer says. A changed key counts once its announcement is 15 days old.
 */
@Injectable()
export class SlipSignature {
  constructor(private readonly staff: StaffDirectory) {}

  faults(slip: TransferSlipSentV2, { landOffice, receivedAt }: SlipOrigin): readonly SlipFault[] {
    const { signature, ...content } = slip;
    const { kid, signerId, signedAt, value } = signature;
    const officer = this.staff.find('land-registry', kid);
    if (!officer || officer.personId !== signerId) return [slipFault('F27', taxErrors.SLIP_SIGNER_UNKNOWN, { kid })];
    if (officer.office !== landOffice) {
      const facts = { signerOffice: officer.office, landOffice };
      return [slipFault('F27', taxErrors.SLIP_SIGNER_OF_ANOTHER_OFFICE, facts)];
    }
    if (!officer.roles.includes(LEADER)) return [slipFault('F27', taxErrors.SLIP_SIGNER_NOT_LEADER, { kid })];
    if (![Date.parse(signedAt), receivedAt.getTime()].every((ms) => holdsAt(officer, ms)))
      return [slipFault('F27', taxErrors.SLIP_SIGNATURE_EXPIRED, { kid })];
    const from = countsFrom(officer);
    if (from !== undefined && localDate(receivedAt) < from)
      return [slipFault('F27', taxErrors.SLIP_SIGNATURE_CHANGED_EARLY, { kid, from })];
    return verifyBytes(officer.key, slipBytes(content), value)
      ? []
      : [slipFault('F27', taxErrors.SLIP_SIGNATURE_INVALID)];
  }
}

function holdsAt(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo?: string },
  ms: number,
): boolean {
  return Date.parse(validFrom) <= ms && (validTo === undefined || ms <= Date.parse(validTo));
}

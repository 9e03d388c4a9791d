import type { ConveyancePapers } from '@lienthong/contracts';
import type { FieldFault, LocalDate } from '@lienthong/kernel';
import { findProcedure, versionOn } from '../catalogue';
import type { ProcedureVersion } from '../procedure';
import { claimFaults } from './claim-faults';
import { fault, ownerFaults, parcelFaults, procedureFaults } from './paper-faults';

/** Everything in which the papers break a rule, each fault at its field; empty when the dossier may be accepted. */
export function acceptanceFaults(procedure: string, content: ConveyancePapers, on: LocalDate): readonly FieldFault[] {
  return [
    ...procedureFaults(procedure, content.changeKind ?? 'transfer', on),
    ...ownerFaults('sellers', content.sellers, on),
    ...ownerFaults('buyers', content.buyers, on),
    ...parcelFaults(content.parcels, on),
    ...dateFaults(content, on),
    ...claimFaults(content),
  ];
}

/** The version under which a dossier accepted on this day runs; only for a procedure without faults. */
export function acceptedVersion(procedure: string, on: LocalDate): ProcedureVersion {
  const found = findProcedure(procedure);
  const version = found && versionOn(found, on);
  if (!version) throw new Error(`procedure ${procedure} has no version on ${on}`);
  return version;
}

/** R3: the contract is not younger than the filing; nor is the certificate. */
function dateFaults({ contract, certificate }: ConveyancePapers, on: LocalDate): FieldFault[] {
  return [
    ...(contract.effectiveDate > on
      ? [fault('contract.effectiveDate', 'R3', `không được sau ngày nộp hồ sơ ${on}`)]
      : []),
    ...(certificate.issuedOn > on ? [fault('certificate.issuedOn', 'notInFuture', 'không được ở tương lai')] : []),
  ];
}

import { undelivered } from '@lienthong/procedures';
import { changeKindOf } from './land-dossier.rules';
import type { LandDossier } from './land-dossier.state';

/** A dossier as the officers of its land office see it. */
export function landDossierView(dossier: LandDossier): object {
  const { dossierCode, status, office, content, receiptNumber, checkedBy, slip, slipSignedBy, slipFaults } = dossier;
  const failed = undelivered(dossier.instance);
  return {
    dossierCode,
    status,
    procedure: content.procedure,
    changeKind: changeKindOf(dossier),
    office,
    receiptNumber,
    checkedBy,
    slip,
    slipSignedBy,
    ...(slipFaults.length > 0 && { slipFaults }),
    ...(failed.length > 0 && { undelivered: failed }),
    notices: Object.values(dossier.notices),
    fulfilledOn: dossier.fulfilledOn,
    deferredItems: dossier.deferredItems,
    reopened: dossier.reopened,
    papersRequests: dossier.papersRequests,
    refiling: dossier.refiling,
    timeExtension: dossier.timeExtension,
    previousDossierCode: dossier.content.previousDossierCode,
    objection: dossier.objection,
    draftedCertificate: dossier.draftedCertificate,
    certificate: dossier.certificate,
    reason: dossier.reason,
    checkFaults: dossier.checkFaults,
    documentNumber: dossier.documentNumber,
    history: dossier.history,
  };
}

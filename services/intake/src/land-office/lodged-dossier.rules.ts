import type { LandDossierLodgedV1 } from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import { acceptanceFaults, acceptedVersion, requestFaults } from '@lienthong/procedures';
import type { Act } from '../dossiers/dossier-history.rules';
import { accept, forward, landReceived } from '../dossiers/dossier.rules';
import type { ContentOf, Decided } from '../dossiers/dossier.state';
import { intakeErrors } from '../intake.errors';

interface Offices {
  /** The desk in charge of the place, which follows the dossier and hands its result over. */
  readonly office: string;
  readonly landOffice: string;
}

/** Accepted and on its way at once (2, 4), with the land office's code, receipt number and appointment. */
export function lodgedAtLandOffice(lodged: LandDossierLodgedV1, { office, landOffice }: Offices, act: Act): Decided {
  const { dossierCode, procedure, receiptNumber, receivedAt } = lodged;
  const on = localDate(new Date(receivedAt));
  const content = contentOf(lodged, on);
  const version = acceptedVersion(procedure, on);
  const accepted = accept(
    {
      code: dossierCode,
      office,
      kind: 'land',
      channel: 'land-office',
      procedure,
      ruleVersion: `${procedure}/v${version.version}`,
      content,
      acceptedAt: new Date(receivedAt),
      appointmentAt: new Date(lodged.appointmentAt),
    },
    act,
  );
  const forwarded = forward(accepted.dossier, landOffice, act);
  const received = landReceived(forwarded.dossier, { dossierCode, receiptNumber, receivedAt, landOffice }, act);
  return { dossier: received.dossier, changes: [...accepted.changes, ...forwarded.changes, ...received.changes] };
}

/** The papers of a conveyance or those of a request, by the same rules as at the desk. */
function contentOf(
  { dossierCode, procedure, conveyance, request }: LandDossierLodgedV1,
  on: string,
): ContentOf['land'] {
  const content = conveyance ?? request;
  if (!content || (conveyance && request)) throw intakeErrors.PAPERS_AMBIGUOUS({ dossierCode });
  const faults = conveyance
    ? acceptanceFaults(procedure, conveyance, on)
    : request
      ? requestFaults(procedure, request, on)
      : [];
  if (faults.length > 0) throw intakeErrors.DOSSIER_INVALID({ count: faults.length }, { faults });
  return content;
}

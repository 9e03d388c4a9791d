import { persistenceErrors, type UnitOfWork } from '@lienthong/persistence';
import type { SentSlip } from './sent-slip.entity';

const COLUMNS = `slip_id as "slipId", dossier_code as "dossierCode", submission, state, content, sent_at as "sentAt",
  answered_at as "answeredAt", faults, answer_by as "answerBy", ended_at as "endedAt", reason`;
const VERSIONS = `select ${COLUMNS} from sent_slip where dossier_code = $1 order by submission limit 99`;
const VERSION = `select ${COLUMNS} from sent_slip where dossier_code = $1 and submission = $2`;

/** Every version of a dossier's slip that was sent, in the order of sending. */
export function versionsSent(unitOfWork: UnitOfWork, dossierCode: string): Promise<SentSlip[]> {
  return unitOfWork.query<SentSlip>(VERSIONS, [dossierCode]);
}

/** @throws persistence.NOT_FOUND */
export async function versionSent(unitOfWork: UnitOfWork, dossierCode: string, submission: number): Promise<SentSlip> {
  const [version] = await unitOfWork.query<SentSlip>(VERSION, [dossierCode, submission]);
  if (!version) throw persistenceErrors.NOT_FOUND({ entity: 'sent_slip', key: `${dossierCode}|${submission}` });
  return version;
}

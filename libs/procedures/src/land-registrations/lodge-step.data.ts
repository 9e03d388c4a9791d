import { LandDossierLodgedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { receiveLimits } from '../land-transfer/legal-times.data';
import type { ProcedureStep } from '../procedure';

/** Lodged at the land office's own counter: it gives the receipt number at once and tells the desk (M02, second reading). */
export const lodgeStep: ProcedureStep = {
  id: 'lodge',
  name: {
    vi: 'Nhận hồ sơ tại quầy của cơ quan đăng ký đất đai',
    en: "Take the dossier at the land office's own counter",
  },
  member: 'land-registry',
  role: 'land-officer',
  doneBy: [messageOf(LandDossierLodgedV1).type],
  refusals: [],
  onMessageFailure: 'officer-task',
  limits: receiveLimits,
  clock: 'runs',
  next: ['check'],
};

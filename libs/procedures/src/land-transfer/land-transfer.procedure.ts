import { CONVEYANCE_KINDS } from '@lienthong/contracts';
import { defineProcedure } from '../define-procedure';
import type { Procedure } from '../procedure';
import { lodgeStep } from '../land-registrations/lodge-step.data';
import { regimes } from '../regimes.data';
import { landEnds } from './land-ends.data';
import { landTransferSteps } from './land-transfer.steps.data';
import { transferTotalLimits } from './legal-times.data';

/** Registration of a change of owner: transfer, inheritance or gift between individuals (chuyển nhượng, thừa kế, tặng cho). */
export const landTransfer: Procedure = defineProcedure({
  code: '1.013831',
  name: {
    vi: 'Đăng ký biến động đối với trường hợp chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất, tài sản gắn liền với đất',
    en: 'Register the transfer, inheritance or gift of a land-use right or of assets on land',
  },
  owner: 'land-registry',
  changeKinds: CONVEYANCE_KINDS,
  versions: [
    {
      version: 1,
      validFrom: '2025-07-01',
      source: 'QĐ 2304/QĐ-BNNMT of 23/06/2025',
      ruleSets: regimes,
      firstStep: 'forward',
      alsoBeginsAt: ['lodge'],
      steps: [...landTransferSteps, lodgeStep],
      ends: landEnds,
      pivot: 'sign-certificate',
      totalLimits: transferTotalLimits,
    },
  ],
});

import { defineProcedure } from '../define-procedure';
import type { Procedure } from '../procedure';
import { regimes } from '../regimes.data';
import { landTransferSteps } from './land-transfer.steps.data';
import { transferTotalLimits } from './legal-times.data';

/** Registration of a change: transfer of a land-use right between individuals (chuyển nhượng quyền sử dụng đất). */
export const landTransfer: Procedure = defineProcedure({
  code: '1.013831',
  name: {
    vi: 'Đăng ký biến động đối với trường hợp chuyển nhượng quyền sử dụng đất, tài sản gắn liền với đất',
    en: 'Register the transfer of a land-use right or of assets on land',
  },
  owner: 'land-registry',
  changeKinds: ['transfer'],
  versions: [
    {
      version: 1,
      validFrom: '2025-07-01',
      source: 'QĐ 2304/QĐ-BNNMT of 23/06/2025',
      ruleSets: regimes,
      firstStep: 'forward',
      steps: landTransferSteps,
      ends: [
        { id: 'returned', state: 10, name: { vi: 'Đã trả kết quả', en: 'Result returned' } },
        { id: 'stopped', state: 8, name: { vi: 'Dừng xử lý', en: 'Processing stopped, with a written notice' } },
        { id: 'refiled', state: 8, name: { vi: 'Nộp lại đúng thủ tục', en: 'Filed anew under the right code' } },
      ],
      pivot: 'sign-certificate',
      totalLimits: transferTotalLimits,
    },
  ],
});

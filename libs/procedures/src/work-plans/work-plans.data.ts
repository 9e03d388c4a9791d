import type { LocalDate } from '@lienthong/kernel';
import type { Bilingual } from '../procedure';

/** One step of an office's own plan, inside a step of the procedure. */
export interface PlannedWork {
  readonly within: string;
  readonly name: Bilingual;
  /** Working hours; eight are a day. */
  readonly hours: number;
  /** Whether the hours count as the office's processing time. */
  readonly counts: boolean;
}

export type WorkPlanId = 'thirteen-days' | 'short-slip' | 'whole-days';
export const WORK_PLANS: readonly WorkPlanId[] = ['thirteen-days', 'short-slip', 'whole-days'];

/** How a land office spreads its time over a class of procedures (O §1.7). */
export interface WorkPlan {
  readonly id: WorkPlanId;
  readonly procedures: readonly string[];
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly source: string;
  /** `found`: the hours were read in the source; `knowledge`: told. First days are readings in every row. */
  readonly trust: 'found' | 'knowledge';
  readonly work: readonly PlannedWork[];
}

type Row = readonly [within: string, hours: number, counts: boolean, vi: string, en: string];

const FROM = '2025-07-01';
const TRANSFER = ['1.013831'];
const OF_TAX = false;
const OF_OFFICE = true;

function plan(of: Omit<WorkPlan, 'work' | 'from'>, rows: readonly Row[]): WorkPlan {
  const work = rows.map(([within, hours, counts, vi, en]) => ({ within, hours, counts, name: { vi, en } }));
  return { ...of, from: FROM, work };
}

const whole = (procedures: readonly string[], days: number, source: string): WorkPlan =>
  plan({ id: 'thirteen-days', procedures, source, trust: 'found' }, [
    ['check', days * 4, OF_OFFICE, 'Thẩm tra hồ sơ', 'Check the dossier'],
    ['sign-certificate', days * 4, OF_OFFICE, 'Ký, vào sổ, bàn giao', 'Sign, enter in the register, hand over'],
  ]);

const OFFICE = 'plan of a land office of Đồng Nai (IX-68878984688)';

/** The plans that offices of the area are known to use; which one an office follows is its configuration. */
export const workPlans: readonly WorkPlan[] = [
  plan({ id: 'thirteen-days', procedures: TRANSFER, source: OFFICE, trust: 'found' }, [
    ['receive', 4, OF_OFFICE, 'Tiếp nhận tại bộ phận một cửa', 'Receive at the desk'],
    ['check', 8, OF_OFFICE, 'Thẩm tra, lập phiếu chuyển thông tin địa chính', 'Examine, draw up the transfer slip'],
    ['receive-slip', 0, OF_TAX, 'Chuyển cơ quan thuế', 'Transfer to the tax office'],
    ['issue', 0, OF_TAX, 'Cơ quan thuế tính nghĩa vụ tài chính', 'The tax office computes'],
    ['fulfil', 0, OF_TAX, 'Chờ giấy nộp tiền', 'Wait for the payment paper'],
    ['sign-certificate', 72, OF_OFFICE, 'In giấy chứng nhận hoặc trang 4', 'Print the certificate or page 4'],
    ['sign-certificate', 8, OF_OFFICE, 'Kiểm tra', 'Check'],
    ['sign-certificate', 4, OF_OFFICE, 'Ký', 'Sign'],
    ['sign-certificate', 4, OF_OFFICE, 'Vào sổ cấp giấy, chuẩn bị bàn giao', 'Enter in the certificate register'],
    ['sign-certificate', 4, OF_OFFICE, 'Bàn giao một cửa', 'Hand over to the desk'],
    ['hand-over', 0, OF_TAX, 'Trả người dân', 'Returned to the citizen'],
  ]),
  whole(['1.013833', '1.013992'], 7, `${OFFICE}: change without tax, 7 days, spread evenly`),
  whole(['1.011441'], 3, `${OFFICE}: secured transactions, 3 days, spread evenly`),
  whole(['1.011443'], 1, `${OFFICE}: deletion of a secured transaction, 1 day, spread evenly`),
  plan(
    {
      id: 'short-slip',
      procedures: TRANSFER,
      source: 'variant of the same office (IX-59083039694); its hours were read, the names of its steps are readings',
      trust: 'found',
    },
    [
      ['receive', 4, OF_OFFICE, 'Tiếp nhận', 'Receive'],
      ['check', 16, OF_OFFICE, 'Thẩm tra', 'Examine'],
      ['check', 8, OF_OFFICE, 'Lập phiếu chuyển', 'Draw up the slip'],
      ['sign-slip', 8, OF_OFFICE, 'Ký, chuyển phiếu', 'Sign and send the slip'],
      ['issue', 40, OF_TAX, 'Cơ quan thuế', 'The tax office'],
      ['sign-certificate', 8, OF_OFFICE, 'In giấy chứng nhận', 'Print the certificate'],
      ['sign-certificate', 8, OF_OFFICE, 'Kiểm tra', 'Check'],
      ['sign-certificate', 8, OF_OFFICE, 'Ký', 'Sign'],
      ['sign-certificate', 4, OF_OFFICE, 'Vào sổ', 'Enter in the register'],
      ['sign-certificate', 4, OF_OFFICE, 'Bàn giao', 'Hand over'],
    ],
  ),
  plan(
    { id: 'whole-days', procedures: TRANSFER, source: 'practice of a land branch in the area (KV7)', trust: 'found' },
    [
      ['receive', 8, OF_OFFICE, 'Tiếp nhận', 'Receive'],
      ['check', 8, OF_OFFICE, 'Thẩm tra', 'Appraise'],
      ['sign-slip', 16, OF_OFFICE, 'Lập, ký phiếu chuyển', 'Draw up and sign the slip'],
      ['issue', 40, OF_TAX, 'Cơ quan thuế', 'The tax office'],
      ['fulfil', 0, OF_TAX, 'Chờ giấy nộp tiền', 'Wait for the payment slip'],
      ['sign-certificate', 40, OF_OFFICE, 'In giấy chứng nhận', 'Print the certificate'],
      ['sign-certificate', 8, OF_OFFICE, 'Trình kiểm tra', 'Submit for check'],
      ['sign-certificate', 8, OF_OFFICE, 'Ký', 'Sign'],
      ['sign-certificate', 8, OF_OFFICE, 'Vào sổ', 'Enter in the register'],
    ],
  ),
];

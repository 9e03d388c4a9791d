import type { Assessment } from '../assessments/assessment.state';

/** What is needed to say who has a slip. */
export interface Standing {
  readonly office: string;
  readonly landOffice: string;
  readonly state: Assessment['state'];
  readonly receivedAt: Date;
  readonly issuedAt: Date | null;
  readonly noticeLimitOn: string | null;
  readonly fulfilledOn: string | null;
  /** Items that are not debited in full, and the first day on which one of them is due. */
  readonly unpaid: number | null;
  readonly firstDue: string | null;
  /** Last debit of what the treasury has not booked. */
  readonly lastPaidOn: string | null;
  readonly treasuryCode: string | null;
}

/** How the offices are called, and since when it stands so. */
export interface Names {
  readonly name: string;
  readonly since: string;
  readonly treasury?: { readonly id: string; readonly name: string };
}

/** Who has a slip now, since when, for what and until when, and whom to ask. */
export interface Whereabouts {
  readonly dossierCode: string;
  readonly status: string;
  readonly heldBy: string;
  readonly office: string;
  readonly doing: string;
  readonly since: string;
  readonly dueAt?: string;
  readonly askRole: string;
  readonly askOffice: string;
}

const ISSUE = 'Ban hành thông báo nộp tiền';
const doings: Readonly<Partial<Record<Assessment['state'], string>>> = {
  'to-accept': 'Kiểm tra, chấp nhận phiếu chuyển',
};

/** A slip is the tax office's until the notices are issued, then the payer's, and the treasury's while all is debited and not booked; returned or fulfilled it is the land office's. */
export function whereabouts(
  dossierCode: string,
  { office, landOffice, state, noticeLimitOn, fulfilledOn, unpaid, firstDue, lastPaidOn }: Standing,
  { name, since, treasury }: Names,
): Whereabouts {
  const about = { dossierCode, since, askRole: 'tax-officer', askOffice: name };
  const atLand = { ...about, heldBy: 'land-registry', office: landOffice };
  if (fulfilledOn !== null)
    return { ...atLand, status: 'fulfilled', since: fulfilledOn, doing: 'Hoàn thiện giấy chứng nhận' };
  if (state === 'returned') return { ...atLand, status: state, doing: 'Chỉnh sửa phiếu chuyển bị trả lại' };
  if (state === 'withdrawn') return { ...atLand, status: state, doing: 'Thông báo đã thu hồi' };
  if (state === 'issued' && unpaid === 0 && treasury)
    return {
      ...about,
      status: state,
      heldBy: 'treasury',
      office: treasury.id,
      doing: 'Chờ Kho bạc hạch toán',
      since: lastPaidOn ?? since,
      askRole: 'treasury-clerk',
      askOffice: treasury.name,
    };
  const atTax = state !== 'issued';
  const due = atTax ? noticeLimitOn : firstDue;
  const doing = atTax ? (doings[state] ?? ISSUE) : 'Chờ nộp tiền';
  const heldBy = atTax ? 'tax' : 'payer';
  return { ...about, status: state, heldBy, office, doing, ...(due !== null && { dueAt: due }) };
}

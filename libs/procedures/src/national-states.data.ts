/** Codes of the ten national states of a dossier (trạng thái hồ sơ). */
export type NationalStateCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** A national state with its official Vietnamese name. */
export interface NationalState {
  readonly code: NationalStateCode;
  readonly vi: string;
  readonly en: string;
}

/** The set fixed by the national public-service portal. */
export const nationalStates: readonly NationalState[] = [
  { code: 1, vi: 'Mới đăng ký', en: 'Newly registered' },
  { code: 2, vi: 'Được tiếp nhận', en: 'Accepted' },
  { code: 3, vi: 'Không được tiếp nhận', en: 'Not accepted' },
  { code: 4, vi: 'Đang xử lý', en: 'In process' },
  { code: 5, vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  { code: 6, vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment of the obligation requested' },
  { code: 7, vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  { code: 8, vi: 'Dừng xử lý', en: 'Processing stopped' },
  { code: 9, vi: 'Đã xử lý xong', en: 'Processing finished' },
  { code: 10, vi: 'Đã trả kết quả', en: 'Result returned' },
];

/** Where a dossier in a state may go. */
export interface StateTransitions {
  readonly from: NationalStateCode;
  readonly to: readonly NationalStateCode[];
  /** The state interrupts another one and may go back to it. */
  readonly backToOrigin?: true;
  /** "Not accepted" is possible only where the dossier was never accepted, that is where the interrupted state is 1. */
  readonly notAcceptedIfNew?: true;
}

/** A dossier begins with an online submission (1) or directly at the desk or by post (2). */
export const firstStates: readonly NationalStateCode[] = [1, 2];

/** The one-stop mechanism's table of transitions; a row without targets is the end of a dossier. */
export const stateTransitions: readonly StateTransitions[] = [
  { from: 1, to: [2, 3, 5, 6, 7] },
  { from: 2, to: [4, 5, 6, 7, 8, 9] },
  { from: 3, to: [] },
  { from: 4, to: [5, 6, 7, 8, 9] },
  { from: 5, to: [6, 7, 8], backToOrigin: true, notAcceptedIfNew: true },
  { from: 6, to: [5, 7, 8], backToOrigin: true, notAcceptedIfNew: true },
  { from: 7, to: [8], backToOrigin: true },
  { from: 8, to: [] },
  { from: 9, to: [4, 10] },
  { from: 10, to: [] },
];

import type { ChangeKind } from '../charges/property-change.state';
import type { DatedRow } from './dated-row.rules';

/** An exemption from registration fee that needs no kinship; the ground is claimed with its paper. */
export interface FeeExemptionGround {
  readonly text: string;
  /** Kinds of change to which it can apply; all when absent. */
  readonly kinds?: readonly ChangeKind[];
}

/** Short list of NĐ 140/2016 Đ9; inheritance and gift between close kin is ruled by kinship and not listed here. */
const grounds = {
  'diplomatic-premises': { text: 'Trụ sở cơ quan đại diện ngoại giao' },
  'public-purpose-land': {
    text: 'Đất giao hoặc thuê trả tiền một lần cho mục đích công cộng, khai khoáng, hạ tầng, nhà ở để bán',
  },
  'farm-land-from-state': { text: 'Đất nông nghiệp được giao, thuê, công nhận' },
  'farm-land-exchange': { text: 'Chuyển đổi đất nông nghiệp trong cùng xã', kinds: ['exchange'] },
  'self-reclaimed-farm-land': { text: 'Đất nông nghiệp tự khai hoang' },
  'yearly-lease': { text: 'Đất thuê trả tiền hằng năm hoặc thuê của người khác' },
  'religious-use': { text: 'Đất cơ sở tôn giáo' },
  cemetery: { text: 'Đất nghĩa trang' },
  'self-built-house': { text: 'Nhà ở riêng lẻ tự xây' },
  'defence-and-security': { text: 'Nhà, đất quốc phòng, an ninh' },
  'state-office': { text: 'Trụ sở cơ quan nhà nước' },
  resettlement: { text: 'Nhà, đất tái định cư' },
  'same-owner': { text: 'Cấp lại, cấp đổi giấy chứng nhận, tăng diện tích cùng ranh giới, tách hộ' },
  'purpose-change-without-fee': {
    text: 'Chuyển mục đích không phải nộp tiền sử dụng đất',
    kinds: ['purpose-change'],
  },
  'already-charged': { text: 'Tài sản đã nộp lệ phí, nay góp vốn, hợp nhất, chia tách' },
  'merit-or-poor-house': { text: 'Nhà tình nghĩa, nhà đại đoàn kết' },
  'poor-or-minority-household': { text: 'Hộ nghèo, đồng bào dân tộc thiểu số vùng khó khăn' },
  'socialised-facility': { text: 'Cơ sở xã hội hóa' },
  'factory-building': { text: 'Nhà xưởng' },
} as const satisfies Record<string, FeeExemptionGround>;

export type FeeExemptionCode = keyof typeof grounds;

export const feeExemptionCodes = Object.keys(grounds) as readonly FeeExemptionCode[];

export const feeExemptionGrounds: readonly DatedRow<Readonly<Record<FeeExemptionCode, FeeExemptionGround>>>[] = [
  { from: '2017-01-01', to: '2022-02-28', value: grounds, source: 'NĐ 140/2016 Đ9', trust: 'found' },
  { from: '2022-03-01', value: grounds, source: 'NĐ 10/2022, taken to be as NĐ 140/2016 Đ9', trust: 'knowledge' },
];

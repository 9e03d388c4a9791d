import { firstDay, lastDayBeforeReform, reform } from './dates.data';
import type { Commune, CommuneMerger } from './office';

/**
 * Communes of the province, code and name, in force since 01/07/2025.
 * Compiled from dvhcvn/20250701 (MIT, copyright (c) 2025 dvhcvn) and thanglequoc/vietnamese-provinces-database
 * (MIT, copyright (c) 2021 Thang Le Quoc); the licence text is in `NOTICE.md` of this library.
 */
const since2025: readonly (readonly [code: string, name: string])[] = [
  ['25195', 'Phường Bình Phước'],
  ['25210', 'Phường Đồng Xoài'],
  ['25217', 'Phường Phước Long'],
  ['25220', 'Phường Phước Bình'],
  ['25222', 'Xã Bù Gia Mập'],
  ['25225', 'Xã Đăk Ơ'],
  ['25231', 'Xã Đa Kia'],
  ['25246', 'Xã Bình Tân'],
  ['25252', 'Xã Phú Riềng'],
  ['25255', 'Xã Long Hà'],
  ['25261', 'Xã Phú Trung'],
  ['25267', 'Xã Phú Nghĩa'],
  ['25270', 'Xã Lộc Ninh'],
  ['25279', 'Xã Lộc Tấn'],
  ['25280', 'Xã Lộc Thạnh'],
  ['25292', 'Xã Lộc Quang'],
  ['25294', 'Xã Lộc Thành'],
  ['25303', 'Xã Lộc Hưng'],
  ['25308', 'Xã Thiện Hưng'],
  ['25309', 'Xã Hưng Phước'],
  ['25318', 'Xã Tân Tiến'],
  ['25326', 'Phường Bình Long'],
  ['25333', 'Phường An Lộc'],
  ['25345', 'Xã Tân Hưng'],
  ['25349', 'Xã Minh Đức'],
  ['25351', 'Xã Tân Quan'],
  ['25357', 'Xã Tân Khai'],
  ['25363', 'Xã Đồng Phú'],
  ['25378', 'Xã Tân Lợi'],
  ['25387', 'Xã Thuận Lợi'],
  ['25390', 'Xã Đồng Tâm'],
  ['25396', 'Xã Bù Đăng'],
  ['25399', 'Xã Đak Nhau'],
  ['25402', 'Xã Thọ Sơn'],
  ['25405', 'Xã Bom Bo'],
  ['25417', 'Xã Nghĩa Trung'],
  ['25420', 'Xã Phước Sơn'],
  ['25432', 'Phường Chơn Thành'],
  ['25441', 'Phường Minh Hưng'],
  ['25450', 'Xã Nha Bích'],
  ['25993', 'Phường Trảng Dài'],
  ['26005', 'Phường Hố Nai'],
  ['26017', 'Phường Tam Hiệp'],
  ['26020', 'Phường Long Bình'],
  ['26041', 'Phường Trấn Biên'],
  ['26068', 'Phường Biên Hòa'],
  ['26080', 'Phường Long Khánh'],
  ['26089', 'Phường Bình Lộc'],
  ['26098', 'Phường Bảo Vinh'],
  ['26104', 'Phường Xuân Lập'],
  ['26113', 'Phường Hàng Gòn'],
  ['26116', 'Xã Tân Phú'],
  ['26119', 'Xã Đak Lua'],
  ['26122', 'Xã Nam Cát Tiên'],
  ['26134', 'Xã Tà Lài'],
  ['26158', 'Xã Phú Lâm'],
  ['26170', 'Xã Trị An'],
  ['26173', 'Xã Phú Lý'],
  ['26179', 'Xã Tân An'],
  ['26188', 'Phường Tân Triều'],
  ['26206', 'Xã Định Quán'],
  ['26209', 'Xã Thanh Sơn'],
  ['26215', 'Xã Phú Vinh'],
  ['26221', 'Xã Phú Hòa'],
  ['26227', 'Xã La Ngà'],
  ['26248', 'Xã Trảng Bom'],
  ['26254', 'Xã Bàu Hàm'],
  ['26278', 'Xã Bình Minh'],
  ['26281', 'Xã Hưng Thịnh'],
  ['26296', 'Xã An Viễn'],
  ['26299', 'Xã Thống Nhất'],
  ['26311', 'Xã Gia Kiệm'],
  ['26326', 'Xã Dầu Giây'],
  ['26332', 'Xã Xuân Quế'],
  ['26341', 'Xã Cẩm Mỹ'],
  ['26347', 'Xã Xuân Đường'],
  ['26359', 'Xã Xuân Đông'],
  ['26362', 'Xã Sông Ray'],
  ['26368', 'Xã Long Thành'],
  ['26374', 'Phường Tam Phước'],
  ['26377', 'Phường Phước Tân'],
  ['26380', 'Phường Long Hưng'],
  ['26383', 'Xã An Phước'],
  ['26389', 'Xã Bình An'],
  ['26413', 'Xã Long Phước'],
  ['26422', 'Xã Phước Thái'],
  ['26425', 'Xã Xuân Lộc'],
  ['26428', 'Xã Xuân Bắc'],
  ['26434', 'Xã Xuân Thành'],
  ['26446', 'Xã Xuân Hòa'],
  ['26458', 'Xã Xuân Phú'],
  ['26461', 'Xã Xuân Định'],
  ['26485', 'Xã Nhơn Trạch'],
  ['26491', 'Xã Đại Phước'],
  ['26503', 'Xã Phước An'],
];

/** Ten xã that became phường on 30/04/2026 and kept their codes. */
const raisedIn2026: readonly (readonly [code: string, name: string])[] = [
  ['25270', 'Phường Lộc Ninh'],
  ['25357', 'Phường Tân Khai'],
  ['25363', 'Phường Đồng Phú'],
  ['26116', 'Phường Tân Phú'],
  ['26170', 'Phường Trị An'],
  ['26248', 'Phường Trảng Bom'],
  ['26326', 'Phường Dầu Giây'],
  ['26368', 'Phường Long Thành'],
  ['26425', 'Phường Xuân Lộc'],
  ['26485', 'Phường Nhơn Trạch'],
];

const source2025 = 'NQ 202/2025/QH15; codes QĐ 19/2025/QĐ-TTg';
const source2026 = 'NQ 30/2026/QH16, 237/NQ-UBTVQH16';
const lastDayAsCommune = '2026-04-29';
const raised = new Set(raisedIn2026.map(([code]) => code));

const sourceBefore =
  'thanglequoc/vietnamese-provinces-database v2.4.0 (March 2025); that the name held since 2016 is a reading (configuration)';

/** Communes of before the reform in which the reference topology has civil registrars or police; the others are not needed. */
const before2025: readonly (readonly [code: string, name: string])[] = [
  ['26023', 'Phường Quang Vinh'],
  ['26041', 'Phường Trung Dũng'],
  ['26368', 'Thị trấn Long Thành'],
];

/** Dated rows; of the days before 01/07/2025 the reference topology knows three communes only. */
export const communes: readonly Commune[] = [
  ...before2025.map(([code, name]) => ({
    code,
    name,
    validFrom: firstDay,
    validTo: lastDayBeforeReform,
    source: sourceBefore,
  })),
  ...since2025.map(([code, name]) => ({
    code,
    name,
    validFrom: reform,
    ...(raised.has(code) ? { validTo: lastDayAsCommune } : {}),
    source: source2025,
  })),
  ...raisedIn2026.map(([code, name]) => ({ code, name, validFrom: '2026-04-30', source: source2026 })),
];

/** What became of a commune whose code ended (dvhcvn/20250701, "full": the whole commune). */
export const communeMergers: readonly CommuneMerger[] = [
  { code: '26023', into: '26041', from: reform, source: source2025 },
];

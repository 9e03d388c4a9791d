import type { DatedCode } from './topology/office';

/** A member: an agency system on the bus, with the dated national code of the agency. */
export interface Member {
  readonly code: string;
  readonly name: string;
  readonly agencyCode: readonly DatedCode[];
}

const source = 'synthetic, reference topology (configuration, not law)';

/** Both forms of an agency's code: QCVN 102 until 30/06/2025, QĐ 20/2020 from 01/07/2025, when the two-tier government began. */
function agencyCodes(group: string): readonly DatedCode[] {
  return [
    { code: `000.00.${group}.H19`, validFrom: '2016-04-01', validTo: '2025-06-30', source },
    { code: `H19.${group}`, validFrom: '2025-07-01', source },
  ];
}

/** The members of the reference installation; numbers 90 to 99 are synthetic. */
export const members: readonly Member[] = [
  { code: 'intake', name: 'Hệ thống một cửa', agencyCode: agencyCodes('91') },
  { code: 'land-registry', name: 'Văn phòng đăng ký đất đai', agencyCode: agencyCodes('92') },
  { code: 'tax', name: 'Cơ quan thuế', agencyCode: agencyCodes('93') },
  { code: 'treasury', name: 'Kho bạc Nhà nước', agencyCode: agencyCodes('94') },
  { code: 'civil-status', name: 'Cơ quan hộ tịch', agencyCode: agencyCodes('95') },
  { code: 'collecting-bank', name: 'Ngân hàng phối hợp thu', agencyCode: agencyCodes('96') },
  { code: 'residence', name: 'Công an – quản lý cư trú', agencyCode: agencyCodes('97') },
  { code: 'health-insurance', name: 'Bảo hiểm xã hội', agencyCode: agencyCodes('98') },
  { code: 'social-protection', name: 'Cơ quan bảo trợ xã hội', agencyCode: agencyCodes('99') },
  { code: 'integration-bus', name: 'Trục liên thông của tỉnh', agencyCode: agencyCodes('90') },
];

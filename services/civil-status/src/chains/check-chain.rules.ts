import { type LocalDate, localDate } from '@lienthong/kernel';
import { type BirthFault, checkBirth } from '../births/birth-check.rules';
import { checkDeath, type DeathFault } from '../deaths/death-check.rules';
import type { CivilChain } from './civil-chain.state';
import { isOwnCommune } from './new-chain.rules';
import { findReceiver } from './receivers.rules';
import { REGISTRATION } from './steps.data';

type Fault = BirthFault | DeathFault | 'another-commune' | 'receiver-unknown';

export interface CheckedChain {
  readonly flags: readonly string[];
  readonly faults: readonly Fault[];
}

const texts: Readonly<Record<Fault, string>> = {
  'born-later-than-declared': 'Ngày sinh sau ngày nộp tờ khai.',
  'six-or-older':
    'Trẻ đã đủ 6 tuổi, không thuộc thủ tục liên thông; đề nghị đăng ký khai sinh, thường trú, thẻ bảo hiểm y tế theo từng thủ tục riêng.',
  'notification-number-missing': 'Thiếu số giấy chứng sinh.',
  'substitute-paper-missing': 'Thiếu giấy tờ thay giấy chứng sinh.',
  'parents-of-abandoned-child': 'Trẻ bị bỏ rơi thì phần cha, mẹ để trống.',
  'requester-not-guardian': 'Người yêu cầu phải là người giám hộ hoặc cơ sở nuôi dưỡng.',
  'no-parent-named': 'Tờ khai không có cha, không có mẹ.',
  'not-by-the-mother': 'Chưa xác định cha: họ, dân tộc, quốc tịch của con theo mẹ.',
  'surrogacy-without-notification': 'Mang thai hộ phải có giấy chứng sinh.',
  'died-later-than-declared': 'Ngày chết sau ngày nộp tờ khai.',
  'died-before-birth': 'Ngày chết trước ngày sinh.',
  'proof-incomplete': 'Thiếu giấy báo tử hoặc giấy tờ thay giấy báo tử.',
  'lived-less-than-a-day':
    'Trẻ chết dưới 24 giờ sau khi sinh: đăng ký theo quy định riêng, không theo thủ tục liên thông.',
  'another-commune': 'Xã, phường đăng ký không thuộc cơ quan hộ tịch này.',
  'receiver-unknown': 'Chưa có cơ quan giải quyết tại xã, phường đã chọn.',
};

/** All that the registrar checks in a declaration, as of the day on which the citizen handed it in. */
export function checkChain(chain: CivilChain, on: LocalDate): CheckedChain {
  const { birth, death, receivedAt } = chain;
  const submitted = localDate(receivedAt);
  const act: CheckedChain = birth
    ? checkBirth(birth, submitted)
    : death
      ? checkDeath(death, submitted)
      : { flags: [], faults: [] };
  const others = Object.keys(chain.branches).filter((branch) => branch !== REGISTRATION);
  return {
    flags: act.flags,
    faults: [
      ...act.faults,
      ...(isOwnCommune(chain, on) ? [] : (['another-commune'] as const)),
      ...(others.every((branch) => findReceiver(chain, branch, on)) ? [] : (['receiver-unknown'] as const)),
    ],
  };
}

/** The reason of a written refusal. */
export function writtenReason(faults: readonly Fault[]): string {
  return faults.map((fault) => texts[fault]).join(' ');
}

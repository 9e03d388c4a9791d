import { localDate } from '@lienthong/kernel';
import { findStep, versionOf } from '@lienthong/procedures';
import type { CivilChain } from './civil-chain.state';
import { nameOfOffice } from './receivers.rules';

/** Names the agency that is late, for the supervisor and for the letter of apology (O §4.5 partner silent). */
export function nameOfLate(
  { instance, branches }: CivilChain,
  stepId: string,
  at: Date,
): { readonly branch?: string; readonly text: string } {
  const step = findStep(versionOf(instance), stepId);
  const file = branches[step?.branch ?? ''];
  const agency = file ? nameOfOffice(file.member, file.office, localDate(at)) : (step?.member ?? stepId);
  const what = step?.name.vi ?? stepId;
  const text = `${agency} chưa giải quyết đúng hạn: ${what}. Ngày hẹn trả kết quả không thay đổi.`;
  return { ...(step?.branch !== undefined && { branch: step.branch }), text };
}

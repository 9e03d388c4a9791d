import type { SubDossier } from '@lienthong/contracts';
import { nationalState, type NationalStateCode } from '@lienthong/procedures';

const names: Readonly<Record<string, string>> = {
  registration: 'Đăng ký hộ tịch',
  residence: 'Cư trú',
  'health-card': 'Thẻ bảo hiểm y tế',
  benefits: 'Bảo hiểm xã hội',
  funeral: 'Hỗ trợ chi phí mai táng',
};

/** One sentence for each branch that is in another state than before, or late now. */
export function changedBranches(before: readonly SubDossier[], after: readonly SubDossier[]): readonly string[] {
  return after.flatMap((now) => {
    const known = before.find(({ branch }) => branch === now.branch);
    const isLateNow = now.late === true && known?.late !== true;
    if (known?.state === now.state && !isLateNow) return [];
    return [sentence(now, isLateNow)];
  });
}

function sentence({ branch, office, state, reason }: SubDossier, isLate: boolean): string {
  const name = names[branch] ?? branch;
  if (isLate) return `${name}: quá hạn tại ${office}`;
  const text = `${name}: ${nationalState(state as NationalStateCode).vi}`;
  return reason === undefined ? text : `${text} – ${reason}`;
}

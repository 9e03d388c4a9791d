import { formsDay, type RegimeId } from '@lienthong/contracts';
import { noticeForm } from '@lienthong/papers';
import type { Assessment } from './assessment';
import type { AppliedForm, AppliedLaw } from './demo-document';

/** What the land office tells about the slip as a paper form. */
export interface SlipPaperView {
  readonly paper: { readonly form: { readonly id: string; readonly number?: string; readonly trust: string } };
}

/** Regime, clock and forms of a dossier whose slip was assessed; `profile` is the regime that the stack was told. */
export function appliedLaw(
  assessment: Assessment | undefined,
  slip: SlipPaperView | undefined,
  profile: RegimeId | undefined,
): AppliedLaw | undefined {
  const { regime, unverified, clockStartedOn, noticeLimitOn, notices = [] } = assessment ?? {};
  if (regime === undefined || clockStartedOn === undefined || noticeLimitOn === undefined) return undefined;
  const forms = new Map<string, AppliedForm>();
  if (slip) forms.set('slip', { paper: 'slip', ...formOf(slip.paper) });
  for (const { form, issuedOn } of notices) {
    const { trust } = noticeForm(form, formsDay(issuedOn, profile));
    forms.set(form, { paper: 'notice', form, ...(trust !== 'found' && { unverified: true }) });
  }
  return {
    regime,
    ...(unverified && { unverified }),
    clockStartedOn,
    noticesBy: noticeLimitOn,
    forms: [...forms.values()],
  };
}

function formOf({ form: { id, number, trust } }: SlipPaperView['paper']): Omit<AppliedForm, 'paper'> {
  return { form: number ?? id, ...(trust !== 'found' && { unverified: true }) };
}

import { officeById, officeNameOn } from '@lienthong/contracts';
import { localDate, instantText, type LocalDate } from '@lienthong/kernel';
import { nationalState, versionOf } from '@lienthong/procedures';
import { dueOf } from '../dossiers/extend-time.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { openStep } from '../dossiers/land-procedure.rules';

/** Who has a dossier now, since when, for what and until when, and whom to ask. */
export interface Whereabouts {
  readonly dossierCode: string;
  readonly status: string;
  readonly heldBy: string;
  readonly office?: string;
  readonly officeName?: string;
  readonly doing: string;
  readonly since: string;
  readonly dueAt?: string;
  readonly askRole: string;
  readonly askOffice: string;
  /** Office that can tell more. */
  readonly taxOffice?: string;
}

interface Holder {
  readonly member: string;
  readonly office: string;
}

/** Told from the procedure alone: the open step names the member, the dossier its office (L §4.6). */
export function whereabouts(dossier: LandDossier, at: Date): Whereabouts {
  const { dossierCode, status, instance } = dossier;
  const step = openStep(dossier);
  const known = step && instance.steps[step.id];
  const since = known?.since ?? instantText(dossier.since);
  if (!step) return ended(dossier, since);
  const due = dueOf(dossier, step.id);
  const { taxOffice } = dossier;
  const more = taxOffice !== undefined && { taxOffice };
  const about = { dossierCode, status, since, ...(due && { dueAt: instantText(due) }), ...more };
  if (known?.state === 'paused') {
    return { ...about, heldBy: 'citizen', doing: 'Chờ bổ sung giấy tờ', ...asked(deskOf(dossier), at) };
  }
  if (step.id === 'fulfil' || step.id === 'announce') {
    return {
      ...about,
      heldBy: 'payer',
      doing: 'Chờ nộp tiền và xác nhận của cơ quan thuế',
      ...asked(taxOf(dossier), at),
    };
  }
  const holder = holderOf(dossier, step.member);
  return { ...about, ...named(holder, at), doing: step.name.vi, ...asked(holder, at) };
}

function ended(dossier: LandDossier, since: string): Whereabouts {
  const { dossierCode, status, instance } = dossier;
  const end = versionOf(instance).ends.find(({ id }) => id === instance.end);
  const state = end ? nationalState(end.state).vi : '-';
  return { dossierCode, status, since, heldBy: 'nobody', doing: state, ...asked(deskOf(dossier), new Date(since)) };
}

function holderOf(dossier: LandDossier, member: string): Holder {
  if (member === 'tax') return taxOf(dossier);
  return member === 'intake' ? deskOf(dossier) : { member: 'land-registry', office: dossier.office };
}

function taxOf({ taxOffice = '' }: LandDossier): Holder {
  return { member: 'tax', office: taxOffice };
}

function deskOf({ intakeOffice }: LandDossier): Holder {
  return { member: 'intake', office: intakeOffice };
}

function named({ member, office }: Holder, at: Date): Pick<Whereabouts, 'heldBy' | 'office' | 'officeName'> {
  return { heldBy: member, office, officeName: nameOf(member, office, localDate(at)) };
}

function asked(holder: Holder, at: Date): Pick<Whereabouts, 'askRole' | 'askOffice'> {
  const roles: Readonly<Record<string, string>> = { tax: 'tax-officer', intake: 'desk-clerk' };
  const { member, office } = holder;
  return { askRole: roles[member] ?? 'land-officer', askOffice: nameOf(member, office, localDate(at)) };
}

function nameOf(member: string, id: string, on: LocalDate): string {
  const office = officeById(member, id, on);
  return office ? officeNameOn(office, on) : id;
}

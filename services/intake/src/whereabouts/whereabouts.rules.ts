import { officeById, officeNameOn } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { nationalState } from '@lienthong/procedures';
import type { Dossier } from '../dossiers/dossier.state';

/** Who has a dossier now, since when, for what and until when, and whom to ask, as far as the desk knows. */
export interface Whereabouts {
  readonly dossierCode: string;
  readonly state: number;
  readonly heldBy: string;
  readonly office?: string;
  readonly officeName?: string;
  readonly doing: string;
  readonly since: string;
  readonly dueAt?: string;
  readonly askRole: string;
  readonly askOffice: string;
  /** Offices that can tell more. */
  readonly landOffice?: string;
  readonly taxOffice?: string;
}

interface Holder {
  readonly member: string;
  readonly office: string;
  readonly role: string;
}

/** Papers and money are the citizen's to bring, a result is the desk's to hand over; whatever else the office at work has. */
export function whereabouts(dossier: Dossier, at: Date): Whereabouts {
  const { code: dossierCode, state, landOffice, papersRequest, since, appointmentAt } = dossier;
  const desk = { member: 'intake', office: dossier.office, role: 'desk-clerk' };
  const tax = taxOfficeAtWork(dossier);
  const working = tax ?? workingOffice(dossier) ?? desk;
  const about = {
    dossierCode,
    state,
    doing: nationalState(state).vi,
    since: instantText(since),
    ...(landOffice !== undefined && { landOffice }),
    ...(dossier.atTax && { taxOffice: dossier.atTax.office }),
  };
  switch (state) {
    case 5:
      return { ...about, heldBy: 'citizen', ...(papersRequest && { dueAt: papersRequest.dueOn }), ...asked(desk, at) };
    case 6:
      return { ...about, heldBy: 'payer', ...firstDue(dossier), ...asked(working, at) };
    case 3:
    case 8:
    case 10:
      return { ...about, heldBy: 'nobody', ...asked(desk, at) };
    case 1:
    case 2:
    case 9:
      return { ...about, ...held(desk, at), dueAt: instantText(appointmentAt) };
    default:
      if (tax && dossier.atTax)
        return {
          ...about,
          ...held(tax, at),
          doing: 'Cơ quan thuế xác định nghĩa vụ tài chính',
          since: dossier.atTax.since,
        };
      return { ...about, ...held(working, at), dueAt: instantText(appointmentAt) };
  }
}

/** The tax office has the slip, and has told nothing yet of what is due. */
function taxOfficeAtWork({ state, atTax, results, fulfilledOn }: Dossier): Holder | undefined {
  if (state !== 4 || !atTax || results.length > 0 || fulfilledOn !== undefined) return undefined;
  return { member: 'tax', office: atTax.office, role: 'tax-officer' };
}

/** The office to which the desk forwarded the dossier. */
function workingOffice({ landOffice, chain }: Dossier): Holder | undefined {
  if (landOffice !== undefined) return { member: 'land-registry', office: landOffice, role: 'land-officer' };
  return chain && { member: 'civil-status', office: chain.office, role: 'registrar' };
}

function firstDue({ results }: Dossier): { readonly dueAt?: string } {
  const [dueAt] = results.map(({ dueDate }) => dueDate).sort();
  return dueAt === undefined ? {} : { dueAt };
}

type Held = Pick<Whereabouts, 'heldBy' | 'office' | 'officeName' | 'askRole' | 'askOffice'>;

function held(holder: Holder, at: Date): Held {
  const { member, office } = holder;
  return { heldBy: member, office, officeName: nameOf(holder, at), ...asked(holder, at) };
}

function asked(holder: Holder, at: Date): Pick<Held, 'askRole' | 'askOffice'> {
  return { askRole: holder.role, askOffice: nameOf(holder, at) };
}

function nameOf({ member, office: id }: Holder, at: Date): string {
  const on = localDate(at);
  const office = officeById(member, id, on);
  return office ? officeNameOn(office, on) : id;
}

import type { BirthDeclaredV1, DeathDeclaredV1 } from '@lienthong/contracts';
import { instantText, type LocalDate, localDate } from '@lienthong/kernel';
import { begin, findProcedure, versionOn } from '@lienthong/procedures';
import { childKey } from '../births/child-key.rules';
import { civilErrors } from '../civil-status.errors';
import { deceasedKey } from '../deaths/death-check.rules';
import type { Act } from './act';
import { statusOf } from './chain.rules';
import type { BranchFile, CivilChain } from './civil-chain.state';
import { findReceiver, officeOf } from './receivers.rules';
import { REGISTRATION } from './steps.data';

interface Place {
  readonly office: string;
  readonly intakeOffice: string;
}

type Declared = BirthDeclaredV1 | DeathDeclaredV1;

/** A birth declaration as it comes in, with the branches that the applicant chose. */
export function birthChain(body: BirthDeclaredV1, place: Place, act: Act & { readonly messageId: string }): CivilChain {
  const { declaration: birth } = body;
  const without = [...(birth.residence ? [] : ['residence']), ...(birth.healthCard ? [] : ['health-card'])];
  const chain = chainOf(body, place, { without, act });
  return withBranches({ ...chain, kind: 'birth', birth, personKey: childKey(birth) }, act.at);
}

/** A death declaration as it comes in. */
export function deathChain(body: DeathDeclaredV1, place: Place, act: Act & { readonly messageId: string }): CivilChain {
  const { declaration: death } = body;
  const without = [
    ...(death.residenceWanted ? [] : ['residence']),
    ...(death.benefitsWanted ? [] : ['benefits']),
    ...(death.funeral ? [] : ['funeral']),
  ];
  const chain = chainOf(body, place, { without, act });
  return withBranches({ ...chain, kind: 'death', death, personKey: deceasedKey(death.deceased) }, act.at);
}

function chainOf(
  { dossierCode, procedure: code, receivedAt, appointmentAt }: Declared,
  place: Place,
  { without, act }: { readonly without: readonly string[]; readonly act: Act & { readonly messageId: string } },
): Omit<CivilChain, 'kind' | 'personKey'> {
  const on = localDate(new Date(receivedAt));
  const procedure = findProcedure(code);
  const version = procedure?.owner === 'civil-status' ? versionOn(procedure, on) : undefined;
  if (!version) throw civilErrors.PROCEDURE_UNKNOWN({ procedure: code, on });
  const { instance } = begin(version, act.at, without);
  return {
    ...place,
    dossierCode,
    status: statusOf(instance),
    receivedAt: new Date(receivedAt),
    appointmentAt: new Date(appointmentAt),
    instance,
    branches: {},
    flags: [],
    history: [{ what: 'received', at: instantText(act.at), by: act.by, messageId: act.messageId }],
    workMessageId: act.messageId,
    since: act.at,
  };
}

/** Every chosen branch has an office from the start, as far as one is known; it is resolved anew when it is asked. */
function withBranches(chain: CivilChain, at: Date): CivilChain {
  const on = localDate(at);
  const own: BranchFile = { member: 'civil-status', office: chain.office };
  const chosen = branchesOf(chain).filter((id) => !chain.instance.without?.includes(id));
  const others = chosen.map((branch): readonly [string, BranchFile] => {
    // An office that nobody knows is found at the check; until then the registrar has the branch.
    return [branch, findReceiver(chain, branch, on) ?? own];
  });
  return { ...chain, branches: { [REGISTRATION]: own, ...Object.fromEntries(others) } };
}

function branchesOf({ kind }: CivilChain): readonly string[] {
  return kind === 'birth' ? ['residence', 'health-card'] : ['residence', 'benefits', 'funeral'];
}

/** The offices of branches that were not asked yet, after the declaration was corrected. */
export function withReceivers(chain: CivilChain, on: LocalDate): CivilChain {
  const branches = Object.entries(chain.branches).map(([id, file]): readonly [string, BranchFile] => {
    const waits = id !== REGISTRATION && file.askedAt === undefined;
    return [id, waits ? { ...file, ...findReceiver(chain, id, on) } : file];
  });
  return { ...chain, branches: Object.fromEntries(branches) };
}

/** Whether the commune of the act is the registrar's own on that day. */
export function isOwnCommune({ office, birth, death }: CivilChain, on: string): boolean {
  const code = birth?.registrationCommuneCode ?? death?.registrationCommuneCode ?? '';
  return officeOf('civil-status', code, on) === office;
}

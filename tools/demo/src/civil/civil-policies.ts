import type { Agencies } from '../people/agencies';
import { roles } from '../people/people';
import { inParallel } from '../play/in-parallel';
import { ifKnown } from '../report/if-known';
import type { CivilOffices } from './civil-offices';

/** Steps that a person does in the default run; every other step is left to the system. */
const byHand: ReadonlySet<string> = new Set([
  'intake hand-over',
  'civil-status register',
  'residence register',
  'health-insurance issue',
  'social-protection decide',
]);

/** The leaders of the agencies decide which steps wait for a person. */
export async function setCivilPolicies(agencies: Agencies, offices: CivilOffices, automatic: boolean): Promise<void> {
  const members = Object.entries(offices);
  await inParallel(members, members.length, async ([member, office]) => {
    const leader = roles.leader(member, office);
    // an agency without steps of its own has no policies
    const known = await ifKnown(
      agencies.get<{ readonly items: readonly { readonly step: string }[] }>(leader, '/policies'),
    );
    for (const { step } of known?.items ?? []) {
      const policy = !automatic && byHand.has(`${member} ${step}`) ? 'manual' : 'automatic-when-clean';
      await agencies.put(leader, `/policies/${step}`, { policy });
    }
  });
}

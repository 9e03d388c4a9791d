import { setTimeout as delay } from 'node:timers/promises';
import type { Agencies } from '../people/agencies';
import type { PersonRole } from '../people/people';
import { Desk, type WorkItem } from '../play/desk';
import type { CivilDossier, CivilView } from './civil-document';
import { type CivilOffices, officeOf } from './civil-offices';
import type { Scenario } from './scenarios.data';

interface CivilDesk {
  readonly procedure: 'birth' | 'death' | 'both';
  readonly member: string;
  readonly role: string;
  /** Of the work list. */
  readonly step: string;
  /** What the person does with an item: an address and what is told. */
  readonly act: (item: WorkItem, scenario: Scenario) => readonly [path: string, body?: object];
}

const REFUSED = 'Chỗ ở không hợp pháp theo Điều 23 Luật Cư trú (tình huống giả định)';
const MISSING = { items: ['Ý kiến của chủ hộ'], reason: 'Thiếu ý kiến của chủ hộ' };

/** People at the desks of the chain, beside the clerk of the one-stop desk. */
const desks: readonly CivilDesk[] = [
  {
    procedure: 'both',
    member: 'civil-status',
    role: 'civil-leader',
    step: 'register',
    act: ({ key }) => [`/chains/${key}/register`],
  },
  {
    procedure: 'birth',
    member: 'residence',
    role: 'residence-officer',
    step: 'register',
    act: ({ key }, { police }) =>
      police === 'refuse' ? [`/registrations/${key}/refuse`, { reason: REFUSED }] : [`/registrations/${key}/register`],
  },
  {
    procedure: 'birth',
    member: 'health-insurance',
    role: 'insurance-officer',
    step: 'issue',
    act: ({ key }) => [`/card-requests/${key}/issue`],
  },
  {
    procedure: 'death',
    member: 'social-protection',
    role: 'commune-chair',
    step: 'decide',
    act: ({ key }) => [`/claims/${key}/decide`],
  },
];

const papersPollMs = 50;

/** Everybody who acts by hand in this scenario. */
export function civilDesks(
  agencies: Agencies,
  { offices, dossiers, scenario }: { offices: CivilOffices; dossiers: readonly CivilDossier[]; scenario: Scenario },
): readonly Desk<CivilDossier>[] {
  const codeOf = ({ key, dossierCode }: WorkItem): string => dossierCode ?? key;
  const dossierOf = (item: WorkItem): CivilDossier | undefined => dossiers.find(({ code }) => code === codeOf(item));
  const expectsWork = (): boolean => dossiers.some(({ code, ended }) => code !== '' && !ended);
  const asked = new Set<string>();
  const byHand = desks
    .filter(({ procedure, member }) => (procedure === 'both' || procedure === scenario.procedure) && offices[member])
    .map(({ member, role, step, act }) => {
      const person: PersonRole = { member, role, office: officeOf(offices, member) };
      return new Desk<CivilDossier>({
        agencies,
        person,
        step,
        dossierOf,
        expectsWork,
        act: async (item, dossier) => {
          if (member === 'residence' && scenario.police === 'ask-for-papers' && !asked.has(item.key)) {
            asked.add(item.key);
            await agencies.post(person, `/registrations/${item.key}/want-supplement`, MISSING);
            await bringPapers(agencies, offices, dossier);
          }
          const [path, body] = act(item, scenario);
          await agencies.post(person, path, body, item.etag);
        },
      });
    });
  const clerk: PersonRole = { member: 'intake', role: 'desk-clerk', office: officeOf(offices, 'intake') };
  const handOver = new Desk<CivilDossier>({
    agencies,
    person: clerk,
    step: 'hand-over',
    dossierOf,
    expectsWork,
    act: ({ etag }, { code, file }) =>
      agencies.post(clerk, `/dossiers/${code}/hand-over`, { receiverName: file.requester.name }, etag),
  });
  return [...byHand, handOver];
}

/** The citizen comes with the paper once the desk knows of it; then the police wait until they have it. */
async function bringPapers(agencies: Agencies, offices: CivilOffices, { code }: CivilDossier): Promise<void> {
  const clerk: PersonRole = { member: 'intake', role: 'desk-clerk', office: officeOf(offices, 'intake') };
  const residence = async (): Promise<number | undefined> =>
    (await agencies.get<CivilView>(clerk, `/dossiers/${code}`)).subDossiers.find(({ branch }) => branch === 'residence')
      ?.state;
  while ((await residence()) !== 5) await delay(papersPollMs);
  const papers = [{ kind: 'opinion-of-household-head', name: 'Ý kiến của chủ hộ' }];
  await agencies.post(clerk, `/dossiers/${code}/papers`, { branch: 'residence', papers });
  while ((await residence()) === 5) await delay(papersPollMs);
}

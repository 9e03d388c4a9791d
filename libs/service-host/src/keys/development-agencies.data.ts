/** An agency of the local run: its port, its offices and the roles of its people. */
export interface DevelopmentAgency {
  readonly member: string;
  /** HTTP port of the local run; PORT overrides it. */
  readonly port: number;
  readonly offices: readonly string[];
  readonly roles: readonly string[];
}

const BRANCHES = ['bien-hoa', 'long-thanh'] as const;
const COMMUNES = ['tran-bien', 'long-thanh'] as const;

/**
 * One row for each service of the repository, in the order of their ports. Keys, people, default ports, the list of processes,
 * `nest-cli.json` and the services of `docker-compose.yml` follow from it (`npm run generate`).
 */
export const developmentAgencies: readonly DevelopmentAgency[] = [
  { member: 'integration-bus', port: 3000, offices: ['centre'], roles: ['bus-operator'] },
  { member: 'intake', port: 3001, offices: BRANCHES, roles: ['desk-clerk'] },
  {
    member: 'land-registry',
    port: 3002,
    offices: BRANCHES,
    roles: ['land-officer', 'land-leader', 'land-records-keeper'],
  },
  { member: 'tax', port: 3003, offices: BRANCHES, roles: ['tax-officer', 'price-keeper'] },
  { member: 'treasury', port: 3004, offices: BRANCHES, roles: ['treasury-clerk'] },
  { member: 'civil-status', port: 3005, offices: COMMUNES, roles: ['registrar', 'civil-leader'] },
  { member: 'collecting-bank', port: 3006, offices: ['head-office'], roles: ['payer', 'bank-clerk'] },
  { member: 'residence', port: 3007, offices: COMMUNES, roles: ['residence-officer'] },
  { member: 'health-insurance', port: 3008, offices: BRANCHES, roles: ['insurance-officer'] },
  {
    member: 'social-protection',
    port: 3009,
    offices: [...COMMUNES, 'district-bien-hoa', 'district-long-thanh'],
    roles: ['social-officer', 'commune-chair'],
  },
];

/** HTTP ports of the local run by member. */
export const defaultPorts: Readonly<Record<string, number>> = Object.fromEntries(
  developmentAgencies.map(({ member, port }) => [member, port]),
);

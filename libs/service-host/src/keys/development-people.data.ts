import { developmentAgencies } from './development-agencies.data';

/** A person of the local run; synthetic. */
export interface DevelopmentPerson {
  readonly person: string;
  readonly name: string;
  readonly member: string;
  readonly office: string;
  readonly roles: readonly string[];
  /** Has an own Ed25519 key to sign documents with. */
  readonly signsDocuments: boolean;
}

const EVERYWHERE = ['agency-leader', 'monitor', 'message-operator'] as const;

const NAMES = [
  'Nguyễn Thị Hạnh', 'Trần Văn Bình', 'Lê Thị Cúc', 'Phạm Văn Dũng', 'Hoàng Thị Én', 'Vũ Văn Giang', 'Đặng Thị Hà', 'Bùi Văn Khánh',
  'Đỗ Thị Lan', 'Ngô Văn Minh', 'Dương Thị Nga', 'Lý Văn Oanh', 'Hồ Thị Phương', 'Mai Văn Quân', 'Phan Thị Sen', 'Tạ Văn Thành',
] as const; // prettier-ignore

const SIGNING_ROLES: ReadonlySet<string> = new Set(['land-leader']);

/** Roles that act by two persons: each has a second one, named `second-<role>-<office>`. */
const ROLES_OF_TWO: ReadonlySet<string> = new Set(['bus-operator', 'treasury-clerk']);

const firstPeople = developmentAgencies.flatMap(({ member, offices, roles }) =>
  offices.flatMap((office) =>
    [...roles, ...EVERYWHERE].map((role) => ({ member, office, role, person: `${role}-${office}` })),
  ),
);
const secondPeople = firstPeople
  .filter(({ role }) => ROLES_OF_TWO.has(role))
  .map((first) => ({ ...first, person: `second-${first.person}` }));

/** One person per agency, office and role, named `<role>-<office>`, and a second one where an act needs two. */
export const developmentPeople: readonly DevelopmentPerson[] = [...firstPeople, ...secondPeople].map(
  ({ member, office, role, person }, index) => ({
    person,
    name: NAMES[index % NAMES.length] ?? role,
    member,
    office,
    roles: [role],
    signsDocuments: SIGNING_ROLES.has(role),
  }),
);

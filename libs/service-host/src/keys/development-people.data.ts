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

/** One person per agency, office and role, named `<role>-<office>`. */
export const developmentPeople: readonly DevelopmentPerson[] = developmentAgencies
  .flatMap(({ member, offices, roles }) =>
    offices.flatMap((office) => [...roles, ...EVERYWHERE].map((role) => ({ member, office, role }))),
  )
  .map(({ member, office, role }, index) => ({
    person: `${role}-${office}`,
    name: NAMES[index % NAMES.length] ?? role,
    member,
    office,
    roles: [role],
    signsDocuments: SIGNING_ROLES.has(role),
  }));

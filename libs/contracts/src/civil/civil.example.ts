import { dongText } from '@lienthong/kernel';
import type { BirthDeclaration } from './birth-declaration.part';
import type { BirthRecord } from './birth-record.part';
import type { Child } from './child.part';
import type { DeathDeclaration } from './death-declaration.part';
import type { DeathRecord } from './death-record.part';
import type { Deceased } from './deceased.part';
import type { FuneralClaim } from './funeral-claim.part';
import type { HealthCardRequest } from './health-card-request.part';
import type { Parent } from './parent.part';
import type { Paper } from './paper.part';
import type { RegisterEntry } from './register-entry.part';
import type { Requester } from './requester.part';
import type { ResidenceRequest } from './residence-request.part';
import type { SubDossier } from './sub-dossier.part';

/** The invented family that every message example of the birth chain tells of, on Monday 3 August 2026. */
export const exampleBirthCode = 'H19.91.01-260803-0002';
export const exampleBirthAt = '2026-08-03T09:20:00+07:00';
export const exampleBranch = (branch: string): { readonly dossierCode: string; readonly subDossierCode: string } => ({
  dossierCode: exampleBirthCode,
  subDossierCode: `${exampleBirthCode}/${branch}`,
});

export const exampleMother: Parent = {
  name: 'Lê Thị Thử',
  birthDate: '1995-02-11',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  residence: { provinceCode: '75', communeCode: '26041', detail: 'Số 1 đường Thử Nghiệm' },
  personalIdentificationNumber: '075195000003',
  verified: true,
};

export const exampleFather: Parent = {
  name: 'Nguyễn Văn Mẫu',
  birthDate: '1993-06-30',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  residence: { provinceCode: '75', communeCode: '26041', detail: 'Số 1 đường Thử Nghiệm' },
  personalIdentificationNumber: '075093000004',
  verified: true,
};

export const exampleChild: Child = {
  name: 'Nguyễn Lê An',
  sex: 'female',
  birthDate: '2026-07-20',
  birthOrder: 1,
  birthPlace: { provinceCode: '75', communeCode: '26041', detail: 'Bệnh viện Thử Nghiệm' },
  nativePlace: 'Đồng Nai',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
};

export const exampleRequester: Requester = {
  name: exampleMother.name,
  relation: 'mother',
  personalIdentificationNumber: '075195000003',
  phone: '0912000003',
};

export const examplePaper: Paper = { kind: 'birth-notification', name: 'Giấy chứng sinh' };

export const exampleResidenceRequest: ResidenceRequest = {
  communeCode: '26041',
  address: 'Số 1 đường Thử Nghiệm, phường Trấn Biên',
  householdHeadName: exampleFather.name,
  householdHeadNumber: '075093000004',
  relation: 'father',
  place: 'parents',
  opinions: [{ by: 'household-head', name: exampleFather.name, agreedOn: '2026-08-01' }],
};

export const exampleHealthCardRequest: HealthCardRequest = {
  communeCode: '26041',
  address: 'Số 1 đường Thử Nghiệm, phường Trấn Biên',
  guardianName: exampleMother.name,
  firstCareHospital: 'Trạm y tế phường Trấn Biên',
};

export const exampleBirthDeclaration: BirthDeclaration = {
  registrationCommuneCode: '26041',
  proof: {
    kind: 'birth-notification',
    number: 'GCS-2026-000123',
    issuedOn: '2026-07-21',
    issuedBy: 'Bệnh viện Thử Nghiệm',
  },
  child: exampleChild,
  mother: exampleMother,
  father: exampleFather,
  requester: exampleRequester,
  copies: 2,
  residence: exampleResidenceRequest,
  healthCard: exampleHealthCardRequest,
  papers: [examplePaper],
};

export const exampleEntry: RegisterEntry = {
  registrationNumber: '12/2026',
  book: '01/2026',
  page: 12,
  registeredOn: '2026-08-03',
  communeCode: '26041',
  registeredBy: 'Ủy ban nhân dân phường Trấn Biên',
};

export const exampleBirthRecord: BirthRecord = {
  entry: exampleEntry,
  personalIdentificationNumber: '075326000001',
  child: exampleChild,
  mother: exampleMother,
  father: exampleFather,
};

export const exampleSubDossier: SubDossier = {
  branch: 'residence',
  member: 'residence',
  office: 'tran-bien',
  state: 4,
  dueAt: '2026-08-06T09:20:00+07:00',
};

export const exampleDeceased: Deceased = {
  name: 'Nguyễn Văn Cụ',
  sex: 'male',
  birthDate: '1940-05-19',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  residence: { provinceCode: '75', communeCode: '26041', detail: 'Số 2 đường Thử Nghiệm' },
  personalIdentificationNumber: '075040000009',
  diedOn: '2026-08-01',
  diedAtTime: '21:40',
  deathPlace: 'Tại nhà, phường Trấn Biên',
};

export const exampleFuneralClaim: FuneralClaim = {
  claimantName: exampleFather.name,
  claimantNumber: '075093000004',
  relation: 'child',
  receivesSocialPension: true,
  poorHousehold: false,
};

export const exampleDeathDeclaration: DeathDeclaration = {
  registrationCommuneCode: '26041',
  proof: { kind: 'death-notification', number: 'GBT-2026-000045', issuedOn: '2026-08-02' },
  deceased: exampleDeceased,
  requester: {
    name: exampleFather.name,
    relation: 'child',
    personalIdentificationNumber: '075093000004',
    phone: '0912000004',
  },
  copies: 1,
  residenceWanted: true,
  benefitsWanted: true,
  funeral: exampleFuneralClaim,
  papers: [{ kind: 'death-notification', name: 'Giấy báo tử' }],
};

export const exampleDeathRecord: DeathRecord = {
  entry: { ...exampleEntry, registrationNumber: '3/2026', book: 'KT-01/2026', page: 3 },
  deceased: exampleDeceased,
};

/** Twenty times the standard of 360,000 đồng (NĐ 20/2021 Đ11). */
export const exampleFuneralSupportDong = dongText(7_200_000n);
export const exampleFuneralAllowanceDong = dongText(23_400_000n);

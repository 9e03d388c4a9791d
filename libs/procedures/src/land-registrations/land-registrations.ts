import type { LandRequestKind } from '@lienthong/contracts';
import { defineProcedure } from '../define-procedure';
import { landEnds } from '../land-transfer/land-ends.data';
import type { Bilingual, Extension, LegalTime, Procedure, ProcedureVersion } from '../procedure';
import { datedRegimes } from '../regimes.data';
import { obligationBranch, registrationSteps, registrationStepsWithObligation } from './registration-steps';
import {
  atOnce,
  deferralRemovalTotal,
  nameChangeTotal,
  oneDay,
  purposeChangeTotal,
  registrationRegimes,
  securityExtension,
  securityTotal,
  threeDays,
} from './registration-times.data';

/** What tells one registration from another; everything else they have in common. */
interface Registration {
  readonly code: string;
  readonly changeKind: LandRequestKind;
  readonly name: Bilingual;
  readonly source: string;
  readonly readings?: readonly string[];
  readonly check: readonly LegalTime[];
  readonly sign: readonly LegalTime[];
  readonly total: readonly LegalTime[];
  readonly extension?: Extension;
  /** Goes to the tax office when money is due. */
  readonly mayOwe?: true;
}

const LIST = 'QĐ 2304/QĐ-BNNMT of 23/06/2025';
const SECURITY = 'NĐ 99/2022/NĐ-CP';
const toldTimes = ['The times of security measures were told, NĐ 99/2022 was not read.'];
const lookedInto: Extension = {
  id: 'looked-into',
  name: { vi: 'Cần kiểm tra thêm', en: 'The papers have to be looked into' },
  foundBy: 'owner',
  limits: securityExtension,
};

const registrations: readonly Registration[] = [
  {
    code: '1.011441',
    changeKind: 'mortgage',
    name: { vi: 'Đăng ký thế chấp quyền sử dụng đất', en: 'Register a mortgage of a land-use right' },
    source: SECURITY,
    readings: toldTimes,
    check: atOnce,
    sign: atOnce,
    total: securityTotal,
    extension: lookedInto,
  },
  {
    code: '1.011443',
    changeKind: 'mortgage-release',
    name: { vi: 'Xóa đăng ký thế chấp quyền sử dụng đất', en: 'Deregister a mortgage of a land-use right' },
    source: SECURITY,
    readings: toldTimes,
    check: atOnce,
    sign: atOnce,
    total: securityTotal,
    extension: lookedInto,
  },
  {
    code: '1.013833',
    changeKind: 'name-change',
    name: { vi: 'Đăng ký biến động do đổi tên người sử dụng đất', en: 'Register the new name of a land user' },
    source: LIST,
    check: oneDay,
    sign: threeDays,
    total: nameChangeTotal,
  },
  {
    code: '1.013988',
    changeKind: 'deferral-removal',
    name: { vi: 'Xóa ghi nợ nghĩa vụ tài chính về đất đai', en: 'Remove the note of a deferred obligation' },
    source: LIST,
    check: atOnce,
    sign: atOnce,
    total: deferralRemovalTotal,
  },
  {
    code: '1.013992',
    changeKind: 'purpose-change',
    name: {
      vi: 'Đăng ký chuyển mục đích sử dụng đất không phải xin phép',
      en: 'Register a change of land purpose that needs no permission',
    },
    source: LIST,
    check: oneDay,
    sign: threeDays,
    total: purposeChangeTotal,
    mayOwe: true,
  },
];

function versionFor({ check, sign, total, extension, mayOwe, source, readings }: Registration): ProcedureVersion {
  const times = { check, sign };
  return {
    version: 1,
    validFrom: '2025-07-01',
    source,
    ...(readings && { readings }),
    ruleSets: datedRegimes.filter(({ id }) => registrationRegimes.includes(id)),
    firstStep: 'forward',
    alsoBeginsAt: ['lodge'],
    ...(mayOwe && { branches: [obligationBranch(total)] }),
    steps: mayOwe ? registrationStepsWithObligation(times) : registrationSteps(times),
    ends: landEnds,
    pivot: 'sign-certificate',
    totalLimits: total,
    ...(extension && { extensions: [extension] }),
  };
}

/** Changes that the land office registers without another owner; one mechanism, told apart by data. */
export const landRegistrations: readonly Procedure[] = registrations.map((registration) =>
  defineProcedure({
    code: registration.code,
    name: registration.name,
    owner: 'land-registry',
    changeKinds: [registration.changeKind],
    versions: [versionFor(registration)],
  }),
);

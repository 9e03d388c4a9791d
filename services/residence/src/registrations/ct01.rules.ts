import type { Registration } from './registration.state';

/** The request as the numbered items of form CT01 (TT 66/2023/TT-BCA, TT 53/2025/TT-BCA; O §4.3), for the officer's desk. */
export function ct01({ birth, request }: Registration): object {
  const { child, personalIdentificationNumber } = birth;
  return {
    '1 fullName': child.name,
    '2 birthDate': child.birthDate,
    '3 sex': child.sex,
    '4 personalNumber': personalIdentificationNumber,
    '7 headOfHousehold': request.householdHeadName,
    '8 relation': request.relation,
    '9 headOfHouseholdNumber': request.householdHeadNumber,
    '10 request': `Đăng ký thường trú tại ${request.address}`,
    '11 members': [],
    opinions: request.opinions,
  };
}

import type { CardRequest } from './card-request.state';

/** The request as form TK1-TS (O §4.3), for the officer's desk. The meaning of its numbers is knowledge, so they are left out. */
export function tk1({ birth, request }: CardRequest): object {
  const { child, personalIdentificationNumber, entry, mother, father } = birth;
  const { name, sex, birthDate, nationality, ethnicity } = child;
  return {
    ...{ name, sex, birthDate, nationality, ethnicity, personalIdentificationNumber },
    birthRegisteredAt: entry.communeCode,
    guardian: request.guardianName,
    mother: mother?.name,
    father: father?.name,
    address: request.address,
    firstCareHospital: request.firstCareHospital,
  };
}

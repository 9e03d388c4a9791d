export { accounts, NOTICED } from './checks/business';
export { birthViolations } from './checks/births';
export { seeded } from './plan/seeded';
export { Databases } from './stage/databases';

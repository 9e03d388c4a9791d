export { accounts, NOTICED } from './checks/business';
export { seeded } from './plan/seeded';
export { Databases } from './stage/databases';

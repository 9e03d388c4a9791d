export { seeded } from './plan/seeded';

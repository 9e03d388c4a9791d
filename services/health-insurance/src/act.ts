import { workingOfficesOf } from '@lienthong/contracts';

export const { workingOffice, atHome } = workingOfficesOf('health-insurance');

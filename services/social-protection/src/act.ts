import { workingOfficesOf } from '@lienthong/contracts';

export const { workingOffice, atHome } = workingOfficesOf('social-protection');

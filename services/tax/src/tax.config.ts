import { ServiceConfig } from '@lienthong/service-host';

/** The tax office has no settings beyond those of every service: rates and deadlines are dated data. */
export class TaxConfig extends ServiceConfig {}

import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { taxService } from '../src/tax.service-definition';

describeSchemaMatchesMigrations(taxService);

import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { treasuryService } from '../src/treasury.service-definition';

describeSchemaMatchesMigrations(treasuryService);

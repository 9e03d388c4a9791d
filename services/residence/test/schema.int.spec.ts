import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { residenceService } from '../src/residence.service-definition';

describeSchemaMatchesMigrations(residenceService);

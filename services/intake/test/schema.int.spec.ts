import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { intakeService } from '../src/intake.service-definition';

describeSchemaMatchesMigrations(intakeService);

import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { civilStatusService } from '../src/civil-status.service-definition';

describeSchemaMatchesMigrations(civilStatusService);

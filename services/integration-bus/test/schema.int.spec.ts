import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { integrationBusService } from '../src/integration-bus.service-definition';

describeSchemaMatchesMigrations(integrationBusService);

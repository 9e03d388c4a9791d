import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { landRegistryService } from '../src/land-registry.service-definition';

describeSchemaMatchesMigrations(landRegistryService);

import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { socialProtectionService } from '../src/social-protection.service-definition';

describeSchemaMatchesMigrations(socialProtectionService);

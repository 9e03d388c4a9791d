import { bootstrapService } from '@lienthong/service-host';
import { socialProtectionService } from './social-protection.service-definition';

void bootstrapService(socialProtectionService);

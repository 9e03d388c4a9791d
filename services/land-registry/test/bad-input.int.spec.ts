import { describeRefusesBadInput } from '@lienthong/testing';
import { landRegistryService } from '../src/land-registry.service-definition';

describeRefusesBadInput(landRegistryService, { atLeast: 5 });

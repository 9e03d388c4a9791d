import { describeRefusesBadInput } from '@lienthong/testing';
import { treasuryService } from '../src/treasury.service-definition';

describeRefusesBadInput(treasuryService, { atLeast: 3 });

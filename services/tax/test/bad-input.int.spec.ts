import { describeRefusesBadInput } from '@lienthong/testing';
import { taxService } from '../src/tax.service-definition';

describeRefusesBadInput(taxService, { atLeast: 12 });

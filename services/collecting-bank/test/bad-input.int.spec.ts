import { describeRefusesBadInput } from '@lienthong/testing';
import { collectingBankService } from '../src/collecting-bank.service-definition';

describeRefusesBadInput(collectingBankService, { atLeast: 2 });

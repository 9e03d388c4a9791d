import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { collectingBankService } from '../src/collecting-bank.service-definition';

describeSchemaMatchesMigrations(collectingBankService);

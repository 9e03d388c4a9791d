import { describeRefusesBadInput } from '@lienthong/testing';
import { intakeService } from '../src/intake.service-definition';

describeRefusesBadInput(intakeService, { atLeast: 3 });

import { bootstrapService } from '../src';
import { permitService } from './permits.mother';

void bootstrapService(permitService);

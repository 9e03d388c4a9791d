import { migrateService } from '../src';
import { permitService } from './permits.mother';

void migrateService(permitService);

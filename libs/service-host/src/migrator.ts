/** What a service's migrator needs: loading the whole library would cost it more than its work. */
import 'reflect-metadata';
export { readConfig } from './config/load-config';
export { hostMigrations } from './host/host.migration';
export { migrateService } from './host/migrate-service';
export { homeFiles } from './keys/home-files';
export { numberSeriesMigrations } from './numbers/number-series.migration';
export { becomeNumberSeries, leaveNumberSeries } from './numbers/own-series.migration';
export { PaperReadingTable1767661700000 } from './papers/paper-reading.migration';
export { DeskTaskTable1767226200000 } from './tasks/desk-task.migration';
export { timerMigrations } from './timers/timer.migration';

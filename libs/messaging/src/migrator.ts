/** What a member's migrator needs: loading the whole library would cost it more than its work. */
export { messagingMigrations } from './messaging.migration';

import { testInfrastructure, withClient } from '@lienthong/testing';
import { runCli } from '../../../tools/cli/src/cli';
import { readCliConfig } from '../../../tools/cli/src/cli.config';
import type { ServiceName } from '../../../tools/local-infra/src';
import type { E2eStack } from './e2e-stack';

const asAdmin = (...statements: string[]): Promise<void> =>
  withClient(testInfrastructure().postgres, async (client) => {
    for (const statement of statements) await client.query(statement);
  });

/** A backup of one service's database, and its return, by docs/runbooks/restored-database.md. */
export class Backup {
  private takenAt = '';

  constructor(
    private readonly e2e: E2eStack,
    private readonly service: ServiceName,
  ) {}

  /** The service stops for it. */
  async take(): Promise<void> {
    const { name } = this.database();
    await this.whileItStands(() => asAdmin(`create database ${name}_backup template ${name}`));
    this.takenAt = new Date(Date.now() + this.e2e.clockOffsetMs).toISOString();
  }

  /** The database is what it was; the command is given the time of the backup. */
  async goBack(): Promise<void> {
    const { name, appUrl, migratorUrl } = this.database();
    const [owner, app] = [migratorUrl, appUrl].map((url) => new URL(url).username);
    await this.whileItStands(async () => {
      await asAdmin(
        `drop database ${name} with (force)`,
        `create database ${name} owner ${owner} template ${name}_backup`,
        `revoke all on database ${name} from public`,
        `grant connect on database ${name} to ${app}`,
        `drop database ${name}_backup with (force)`,
      );
      await this.prepare(migratorUrl);
    });
  }

  private async prepare(migratorUrl: string): Promise<void> {
    const { home, brokers, topicPrefix } = this.e2e.access;
    const env = { LIENTHONG_HOME: home, MIGRATOR_DATABASE_URL: migratorUrl, KAFKA_BROKERS: brokers };
    const said: string[] = [];
    const args = ['restore', '--service', this.service, '--since', this.takenAt, '--reason', 'a disk'];
    const terminal = { out: () => undefined, err: (text: string) => void said.push(text) };
    const code = await runCli(args, readCliConfig({ ...env, TOPIC_PREFIX: topicPrefix }), terminal);
    if (code !== 0) throw new Error(said.join('\n'));
  }

  private async whileItStands(work: () => Promise<void>): Promise<void> {
    const service = this.e2e.stack.service(this.service);
    await service.stop();
    await work();
    service.start();
    await this.e2e.stack.ready();
  }

  private database(): { readonly name: string; readonly appUrl: string; readonly migratorUrl: string } {
    const database = this.e2e.run.databases.get(this.service);
    if (!database) throw new Error(`no database of ${this.service}`);
    return database;
  }
}

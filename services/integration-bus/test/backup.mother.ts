import { type TestDatabase, testInfrastructure, withClient } from '@lienthong/testing';

const asAdmin = async (...statements: string[]): Promise<void> =>
  withClient(testInfrastructure().postgres, async (client) => {
    for (const statement of statements) await client.query(statement);
  });

/** A backup: the database as it is now. Nobody may be connected. */
export async function backUp({ name }: TestDatabase): Promise<void> {
  await asAdmin(`create database ${name}_backup template ${name}`);
}

/** Puts a database back to its backup, as its administrator restores it. */
export async function goBack({ name, appRole }: TestDatabase): Promise<void> {
  await asAdmin(
    `drop database ${name} with (force)`,
    `create database ${name} owner ${name}_migrator template ${name}_backup`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${appRole}`,
  );
}

export async function dropBackup({ name }: TestDatabase): Promise<void> {
  await asAdmin(`drop database if exists ${name}_backup with (force)`);
}

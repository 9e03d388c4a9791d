import { readConfig } from '@lienthong/service-host/migrator';
import { MinLength } from 'class-validator';

/** Settings of the bus's migrator beside the host's. */
export class RegistryConfig {
  /** Folder with members, offices, grants and schemas of a fresh installation, generated from the contracts. */
  @MinLength(1)
  readonly registryDir: string = 'deploy/registry';
}

/** @throws ConfigError */
export function registryConfig(): RegistryConfig {
  return readConfig(RegistryConfig, process.env);
}

/** What the command line takes from the environment. */
export interface CliConfig {
  /** Folder of keys and of `stack.json`. */
  readonly home: string;
  readonly busUrl?: string;
}

export function readCliConfig(): CliConfig {
  const busUrl = process.env['BUS_URL'];
  return { home: process.env['LIENTHONG_HOME'] || '.lienthong', ...(busUrl ? { busUrl } : {}) };
}

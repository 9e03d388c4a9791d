import { askService } from '../ask-service';
import type { CliConfig } from '../cli.config';
import { type FilePage, type FileReadings, filesTable, fileDetails, type FileView } from '../files';
import { type Terminal, UsageError } from '../terminal';

const OPERATOR = {
  person: 'bus-operator-centre',
  member: 'integration-bus',
  office: 'centre',
  roles: ['bus-operator'],
};

export interface FilesOptions {
  readonly words: readonly string[];
  readonly member?: string;
  readonly url?: string;
  readonly limit?: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

/** Files of the bus's file store: all, the newest first, or one with the messages that name it and who has read it. */
export async function filesCommand(config: CliConfig, options: FilesOptions, terminal: Terminal): Promise<void> {
  const [act = '', fileId] = options.words;
  if (act !== 'list' && act !== 'show') throw new UsageError('files list or show?');
  const ask = <T>(path: string): Promise<T> => {
    const elsewhere = options.url === undefined ? {} : { url: options.url };
    return askService<T>(config, { service: 'integration-bus', person: OPERATOR, path, ...elsewhere });
  };
  const say = (document: object, text: string): void =>
    terminal.out(options.json ? JSON.stringify(document, null, 2) : text);
  if (act === 'list') {
    const page = await ask<FilePage>(`/files?${listQuery(options)}`);
    return say(page, filesTable(page));
  }
  if (!fileId) throw new UsageError('which file? lienthong files show <id>');
  const path = `/files/${encodeURIComponent(fileId)}`;
  const [file, readings] = await Promise.all([ask<FileView>(path), ask<FileReadings>(`${path}/readings`)]);
  say({ ...file, readings: readings.items }, fileDetails(file, readings));
}

function listQuery({ member: owner, limit, cursor }: FilesOptions): string {
  return new URLSearchParams({
    ...(owner === undefined ? {} : { owner }),
    ...(limit === undefined ? {} : { limit }),
    ...(cursor === undefined ? {} : { cursor }),
  }).toString();
}

import { actDetails, type ActPage, actsTable, type ActView } from '../acts';
import type { CliConfig } from '../cli.config';
import { jsonOf } from '../json-option';
import { operatorOf, type OperatorOptions } from '../operator';
import { tableLines } from '../table';
import { type Terminal, UsageError } from '../terminal';

export interface ActsOptions extends OperatorOptions {
  readonly words: readonly string[];
  readonly content?: string;
  readonly reason?: string;
  readonly open?: boolean;
  readonly limit?: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

interface KindView {
  readonly name: string;
  readonly effect: string;
  readonly summary: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Acts of administration by two persons: list, show, ask for, confirm and refuse them. */
export async function actsCommand(config: CliConfig, options: ActsOptions, terminal: Terminal): Promise<void> {
  const [verb = 'list', what] = options.words;
  const say = (document: object, text: string): void =>
    terminal.out(options.json ? JSON.stringify(document, null, 2) : text);
  const saySettled = (act: ActView): void => say(act, actDetails(act));
  switch (verb) {
    case 'list': {
      const page = await operatorOf(config, options)<ActPage>(`/acts?${listQuery(options)}`);
      return say(page, actsTable(page));
    }
    case 'kinds': {
      const kinds = await operatorOf(config, options)<KindView[]>('/acts/kinds');
      const rows = kinds.map(({ name, effect, summary }) => [name, effect, summary]);
      return say(kinds, tableLines(['act', 'effect', 'what it does'], rows).join('\n'));
    }
    case 'show':
      return saySettled(await operatorOf(config, options)<ActView>(`/acts/${idOf(what)}`));
    case 'ask': {
      if (!what) throw new UsageError('which act? lienthong acts ask <kind> --content … --reason …; see `acts kinds`');
      const post = { kind: what, content: jsonOf(options.content, '--content'), reason: reasonOf(options) };
      return saySettled(await operatorOf(config, options)<ActView>('/acts', post));
    }
    case 'confirm':
      return saySettled(await operatorOf(config, options)<ActView>(`/acts/${idOf(what)}/confirmation`, given(options)));
    case 'refuse':
      return saySettled(
        await operatorOf(config, options)<ActView>(`/acts/${idOf(what)}/refusal`, { reason: reasonOf(options) }),
      );
    default:
      throw new UsageError('acts list, kinds, show, ask, confirm or refuse?');
  }
}

function idOf(word: string | undefined): string {
  if (!word || !UUID.test(word)) throw new UsageError('which act? its id stands in `lienthong acts list`');
  return word;
}

export function reasonOf({ reason }: { readonly reason?: string }): string {
  if (!reason) throw new UsageError('--reason is missing; it stands in the log for good: no personal data');
  return reason;
}

function given({ reason }: ActsOptions): object {
  return reason === undefined ? {} : { reason };
}

function listQuery({ open, limit, cursor }: ActsOptions): string {
  const rows = limit === undefined ? 50 : Number(limit);
  if (!(Number.isInteger(rows) && rows >= 1 && rows <= 100)) {
    throw new UsageError('--limit must be a whole number from 1 to 100');
  }
  return new URLSearchParams({
    limit: String(rows),
    ...(open ? { open: 'true' } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  }).toString();
}

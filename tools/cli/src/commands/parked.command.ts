import { developmentPeople } from '@lienthong/service-host';
import { askService, type Person } from '../ask-service';
import type { CliConfig } from '../cli.config';
import { askBus, queryText } from '../ask-bus';
import { type ParkedDeliveryPage, parkedDeliveriesTable } from '../parked-deliveries';
import { type ParkedPage, type ParkedView, parkedDetails, parkedTable } from '../parked';
import { type Terminal, UsageError } from '../terminal';

const ROLE = 'message-operator';
const ACTS = ['list', 'show', 'release', 'discard'];
const BUS = 'integration-bus';
const MOST_ROWS = 100;

export interface ParkedOptions {
  readonly words: readonly string[];
  readonly service?: string;
  readonly office?: string;
  readonly url?: string;
  readonly reason?: string;
  readonly limit?: string;
  readonly cursor?: string;
  readonly oldest?: boolean;
  readonly json?: boolean;
  readonly recipient?: string;
  readonly type?: string;
  readonly cause?: string;
  readonly dossier?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Messages that a service could not handle: list and show them, release or discard one. */
export async function parkedCommand(config: CliConfig, options: ParkedOptions, terminal: Terminal): Promise<void> {
  const [act = 'list', sender, id] = options.words;
  if (!ACTS.includes(act)) throw new UsageError('parked list, show, release or discard?');
  if (options.service === BUS || (act === 'list' && options.service === undefined))
    return parkedAtBus(config, options, terminal);
  const service = serviceOf(options);
  const ask = <T>(path: string, post?: object): Promise<T> =>
    askService<T>(config, {
      ...{ service, person: operatorOf(service, options.office), path },
      ...(options.url === undefined ? {} : { url: options.url }),
      ...(post ? { post } : {}),
    });
  const say = (document: object, text: string): void =>
    terminal.out(options.json ? JSON.stringify(document, null, 2) : text);
  if (act === 'list') {
    const page = await ask<ParkedPage>(`/parked?${listQuery(options)}`);
    return say(page, parkedTable(service, page));
  }
  if (!sender || !id) throw new UsageError(`which message? lienthong parked ${act} <sender> <id>`);
  const path = `/parked/${encodeURIComponent(sender)}/${encodeURIComponent(id)}`;
  if (act === 'show') {
    const parked = await ask<ParkedView>(path);
    return say(parked, parkedDetails(parked));
  }
  const body = act === 'discard' ? { reason: reasonOf(options) } : {};
  const done = await ask<{ outcome: string }>(`${path}/${act}`, body);
  say(done, `${sender} ${id}: ${OUTCOMES[done.outcome] ?? done.outcome}`);
}

/** What recipients told the bus that they parked. */
async function parkedAtBus(config: CliConfig, options: ParkedOptions, terminal: Terminal): Promise<void> {
  if ((options.words[0] ?? 'list') !== 'list')
    throw new UsageError('the bus lists only; show, release and discard at the service');
  const { recipient, type, cause, dossier: dossierCode, from, to, limit, cursor, url, json } = options;
  const path = `/parked${queryText({ recipient, type, cause, dossierCode, from, to, limit, cursor })}`;
  const page = await askBus<ParkedDeliveryPage>(config, { path, ...(url === undefined ? {} : { url }) });
  terminal.out(json ? JSON.stringify(page, null, 2) : parkedDeliveriesTable(page));
}

const OUTCOMES: Readonly<Record<string, string>> = {
  handled: 'released and handled; what waited behind it follows',
  stashed: 'released; it waits for its turn',
  parked: 'released, but it failed again and is parked as before; see `parked show`',
  discarded: 'discarded; its stream goes on and the bus knows the reason',
};

function serviceOf({ service }: ParkedOptions): string {
  const known = [...new Set(developmentPeople.filter(({ roles }) => roles.includes(ROLE)).map(({ member }) => member))];
  if (!service) throw new UsageError(`--service is missing; one of: ${known.join(', ')}`);
  if (!known.includes(service)) throw new UsageError(`there is no service ${service}; one of: ${known.join(', ')}`);
  return service;
}

function operatorOf(service: string, office: string | undefined): Person {
  const operators = developmentPeople.filter(({ member, roles }) => member === service && roles.includes(ROLE));
  const found = operators.find((one) => office === undefined || one.office === office);
  if (!found) {
    const offices = operators.map((one) => one.office).join(', ');
    throw new UsageError(`${service} has no office ${office}; offices: ${offices}`);
  }
  return found;
}

function listQuery({ limit, cursor, oldest }: ParkedOptions): string {
  const rows = limit === undefined ? undefined : Number(limit);
  if (rows !== undefined && !(Number.isInteger(rows) && rows >= 1 && rows <= MOST_ROWS)) {
    throw new UsageError(`--limit must be a whole number from 1 to ${MOST_ROWS}`);
  }
  return new URLSearchParams({
    order: oldest ? 'oldest' : 'newest',
    ...(limit === undefined ? {} : { limit }),
    ...(cursor === undefined ? {} : { cursor }),
  }).toString();
}

function reasonOf({ reason }: ParkedOptions): string {
  if (!reason)
    throw new UsageError('--reason is missing; it is told to the bus and to whoever asks (10 to 500 characters)');
  return reason;
}

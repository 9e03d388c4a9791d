import { withClient } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { HttpMember, type PulledEvent } from './http-member.mother';
import { dossier } from './member.mother';
import { type Posted, SpecWebhook } from './webhook.mother';

export interface DeliveryRow {
  readonly seq: number;
  readonly state: string;
  readonly outcome: string | null;
  readonly produced: boolean;
  readonly tried: boolean;
  readonly voided: boolean;
}

/** Tax sends to land, which has a webhook. */
export class WebhookStage {
  private next = 0;

  private constructor(
    readonly bus: SpecBus,
    readonly hook: SpecWebhook,
  ) {}

  static async open(variables: Readonly<Record<string, string>> = {}): Promise<WebhookStage> {
    const settings = { WEBHOOK_NETWORKS: '127.0.0.0/8', WEBHOOK_TIMEOUT_MS: '1000', ...variables };
    const [bus, hook] = await Promise.all([SpecBus.start(settings), SpecWebhook.start()]);
    const stage = new WebhookStage(bus, hook);
    await stage.reach('webhook');
    await bus.administer('select 1');
    return stage;
  }

  async close(): Promise<void> {
    await this.hook.stop();
    await this.bus.stop();
  }

  /** How land takes its messages, for every bus that reads its registry from now on. */
  reach(transport: 'webhook' | 'pull' | 'kafka'): Promise<void> {
    const url = transport === 'webhook' ? this.hook.url : null;
    return this.administer("update member set transport = $1, webhook_url = $2 where code = 'land-registry'", [
      transport,
      url,
    ]);
  }

  async administer(sql: string, values: readonly unknown[] = []): Promise<void> {
    await withClient(this.bus.database.migratorUrl, (client) => client.query(sql, [...values]));
  }

  /** What a test left is no business of the next one. */
  async forget(): Promise<void> {
    this.hook.posts.length = 0;
    this.hook.answer = (_, response) => void response.writeHead(204).end();
    await this.administer(
      `update delivery set state = 'acknowledged', outcome = 'handled', acknowledged_at = now(), handled_at = now()
       where state <> 'acknowledged'`,
    );
    await this.administer('delete from told_answer');
    await this.administer('delete from webhook_breaker');
  }

  aDossier(): string {
    return dossier((this.next += 1));
  }

  dossiers(count: number): string[] {
    return Array.from({ length: count }, () => this.aDossier());
  }

  /** Messages `from` to `to` of each of these dossiers. Returns their ids, dossier by dossier. */
  async send(
    dossiers: readonly string[],
    {
      from = 1,
      to = 1,
      expirytime,
    }: { readonly from?: number; readonly to?: number; readonly expirytime?: string } = {},
  ): Promise<string[]> {
    const attributes = expirytime === undefined ? {} : { expirytime };
    const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const wishes = dossiers.flatMap((dossierCode) =>
      numbers.map((sequence) => ({ dossierCode, sequence, attributes })),
    );
    const records = this.bus.member('tax').notices(wishes);
    await this.bus.exchange.process(records);
    return records.map(({ headers }) => String(headers.ce_id));
  }

  rowsOf(dossiers: readonly string[]): Promise<DeliveryRow[]> {
    return withClient(this.bus.database.migratorUrl, async (client) => {
      const { rows } = await client.query<DeliveryRow>(
        `select seq::int as seq, state, outcome, produced_at is not null as produced, tried_at is not null as tried,
           replaced_log_id is not null as voided
         from delivery where stream = any($1::text[]) order by array_position($1::text[], stream), seq`,
        [dossiers.map((dossierCode) => `dossier:${dossierCode}`)],
      );
      return rows;
    });
  }

  /** Numbers of a dossier in the order in which they were posted. */
  numbersOf(dossierCode: string): number[] {
    return this.hook.numbersOf(`dossier:${dossierCode}`);
  }

  /** The webhook acknowledges deliveries in its answer; a word of the bus, such as one about the night's comparison, it only takes. */
  acknowledging(): SpecWebhook['answer'] {
    const land = new HttpMember(this.bus, 'land-registry');
    return ({ headers }, response) => {
      if (!isDelivery({ headers })) return void response.writeHead(204).end();
      const event = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name.replace(/^ce-/, ''), text]));
      const { headers: own, body } = structured(land.acknowledgement([land.handled(event as unknown as PulledEvent)]));
      response.writeHead(200, own).end(body);
    };
  }

  /** Failures in a row that all instances of the bus have counted together. */
  async failures(): Promise<number> {
    const [row] = await this.bus.rows<{ n: number }>(
      'select coalesce(max(failures_in_row), 0) as n from webhook_breaker',
    );
    return row?.n ?? 0;
  }
}

export const isDelivery = ({ headers }: Pick<Posted, 'headers'>): boolean =>
  headers['ce-deliverysequence'] !== undefined;
export const idOf = ({ headers }: Posted): string => String(headers['ce-id']);

function structured(event: ReturnType<HttpMember['acknowledgement']>): {
  readonly headers: Record<string, string>;
  readonly body: string;
} {
  return { headers: { 'content-type': 'application/cloudevents+json' }, body: JSON.stringify(event) };
}

import { randomUUID } from 'node:crypto';
import type { ApiAnswer } from '@lienthong/testing';
import type { ActView } from '../src/acts/act.view';
import { SPEC_OPERATORS, type SpecBus } from './bus.mother';

const [FIRST, SECOND] = SPEC_OPERATORS;

export interface Wish {
  readonly person?: string;
  readonly reason?: string;
}

/** The two operators of a spec. */
export class SpecOperatorsDesk {
  constructor(private readonly bus: SpecBus) {}

  async ask(
    kind: string,
    content: object,
    { person = FIRST, reason = 'as ordered' }: Wish = {},
  ): Promise<ApiAnswer<ActView>> {
    const api = await this.bus.api('bus-operator', person);
    return api.post<ActView>('/acts', { kind, content, reason }, { 'idempotency-key': randomUUID() });
  }

  async confirm(id: string, person: string = SECOND): Promise<ApiAnswer<ActView>> {
    return (await this.bus.api('bus-operator', person)).post<ActView>(`/acts/${id}/confirmation`, {});
  }

  /** Asked for by one, confirmed by the other. @throws when the bus does not do it */
  async do(kind: string, content: object, wish: Wish = {}): Promise<ActView> {
    const asked = await this.ask(kind, content, wish);
    if (asked.status !== 201) throw new Error(`${kind}: ${JSON.stringify(asked.body)}`);
    const done = await this.confirm(asked.body.id);
    if (done.status !== 200) throw new Error(`${kind}: ${JSON.stringify(done.body)}`);
    return done.body;
  }

  async get<T>(path: string): Promise<ApiAnswer<T>> {
    return (await this.bus.api('bus-operator')).get<T>(path);
  }
}

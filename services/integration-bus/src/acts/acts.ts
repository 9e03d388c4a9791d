import { Injectable } from '@nestjs/common';
import { AppError, Clock, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { requireAnotherPerson, type Actor } from '@lienthong/service-host';
import { logParameters } from '../log/append-log';
import { type ActInForce, type ActState, type AskedAct } from './act';
import { checkedContent } from './act-content';
import { actErrors } from './act.errors';
import type { AskActRequest } from './act.request';
import { askedState, dueAt, settled } from './act.rules';
import { FIND_ACT, INSERT_ACT, KEEP_RESULT, LOCK_ACT, LOCK_REGISTRY, SETTLE_ACT } from './act.sql';
import { type ActRow, type ActView, actView, askedActOf } from './act.view';
import { actEntry } from './act-entry';
import { ActCatalogue } from './act-catalogue';
import { Operators } from './operators/operators';

export interface Settlement {
  readonly id: string;
  readonly by: 'confirmation' | 'refusal';
  readonly reason?: string;
  readonly actor: Actor;
}

/**
 * Acts of administration by two persons. A restricting one is carried out when it is asked for, any other when a second
 * person confirms it; each step is an entry of the log, in the transaction of what it does.
 */
@Injectable()
export class Acts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly catalogue: ActCatalogue,
    private readonly operators: Operators,
    private readonly clock: Clock,
  ) {}

  /** @throws integration-bus.ACT_KIND_UNKNOWN, NOT_AN_OPERATOR, http.INPUT_INVALID, and what the kind refuses */
  async ask({ kind, content, reason }: AskActRequest, actor: Actor): Promise<ActView> {
    const { definition, carriesOut } = this.catalogue.get(kind);
    const checked = checkedContent(definition, content);
    const now = this.clock.now();
    await this.operators.require(actor, now);
    const { effect } = definition;
    const due = dueAt(effect, now);
    const act: AskedAct = {
      ...{ id: newId(this.clock), kind, effect, content, reason, state: askedState(effect) },
      ...{ askedBy: actor.id, askedAt: now, dueAt: due },
    };
    const entry = actEntry(this.clock, { step: 'asked', act, by: actor.id, reason });
    const columns = [act.id, kind, effect, JSON.stringify(content), reason, act.state, actor.id, now, due];
    await this.unitOfWork.query(INSERT_ACT, [...logParameters([entry]), ...columns]);
    if (effect === 'restricts') await this.carryOut(act, [actor.id]);
    else await carriesOut().foresee?.(this.unitOfWork.client, checked);
    return this.view(act.id);
  }

  /** By another person than the one who asked. @throws access.SAME_PERSON, integration-bus.ACT_SETTLED, ACT_LAPSED, … */
  async settle({ id, by, reason, actor }: Settlement): Promise<ActView> {
    const now = this.clock.now();
    await this.operators.require(actor, now);
    const [row] = await this.unitOfWork.query<ActRow>(LOCK_ACT, [id]);
    if (!row) throw actErrors.ACT_UNKNOWN({ id });
    const act = askedActOf(row);
    const state = settled(act, by, now);
    if (state instanceof AppError) throw state;
    requireAnotherPerson(actor, act.askedBy);
    // who asked counts as one of the two only while still an operator
    if (state === 'carried-out') await this.operators.require({ id: act.askedBy }, now);
    const step = by === 'confirmation' ? 'confirmed' : 'refused';
    const entry = actEntry(this.clock, { step, act, by: actor.id, ...(reason ? { reason } : {}) });
    const columns = [id, state satisfies ActState, actor.id, now, reason ?? null];
    await this.unitOfWork.query(SETTLE_ACT, [...logParameters([entry]), ...columns]);
    if (state === 'carried-out') await this.carryOut(act, [act.askedBy, actor.id]);
    return this.view(id);
  }

  private async carryOut({ id, kind, content, reason }: AskedAct, by: readonly string[]): Promise<void> {
    const { definition, carriesOut } = this.catalogue.get(kind);
    // one after another: what an act looks at before it writes stands until it has written
    await this.unitOfWork.query(LOCK_REGISTRY);
    const act: ActInForce = { id, kind, reason, by, at: this.clock.now() };
    const result = await carriesOut().carryOut(this.unitOfWork.client, checkedContent(definition, content), act);
    if (result) await this.unitOfWork.query(KEEP_RESULT, [id, JSON.stringify(result)]);
  }

  /** @throws integration-bus.ACT_UNKNOWN */
  async view(id: string): Promise<ActView> {
    const [row] = await this.unitOfWork.query<ActRow>(FIND_ACT, [id]);
    if (!row) throw actErrors.ACT_UNKNOWN({ id });
    return actView(row, this.clock.now());
  }
}

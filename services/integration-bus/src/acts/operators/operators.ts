import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import type { Actor } from '@lienthong/service-host';
import { actErrors } from '../act.errors';

const IS_OPERATOR = `select 1 from operator where person = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)`;

/** The persons who may act for the bus: the role of the token alone is not enough, the registry must name the person. */
@Injectable()
export class Operators {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws integration-bus.NOT_AN_OPERATOR */
  async require({ id }: Pick<Actor, 'id'>, now: Date): Promise<void> {
    const rows = await this.unitOfWork.query(IS_OPERATOR, [id, now]);
    if (rows.length === 0) throw actErrors.NOT_AN_OPERATOR({ person: id });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { Actor } from '../security/actor';
import type { TermKind } from './desk.definition';
import { deskId } from './desk.definition';
import type { Found } from './desk-search.query';

const RECORD = 'insert into desk_read (by, office, at, looked_for, found) values ($1, $2, $3, $4, $5)';

/** Writes down who looked persons up, by what and what was found; never the name or number itself. */
@Injectable()
export class DeskReads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async record({ id, office }: Actor, lookedFor: TermKind, found: readonly Found[]): Promise<void> {
    const keys = found.map((one) => deskId(one, one.key));
    await this.unitOfWork.client.query(RECORD, [id, office, this.clock.now(), lookedFor, keys]);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTaskEntity, type TaskKind } from './desk-task.entity';

export interface NewTask {
  readonly kind: TaskKind;
  readonly office: string;
  readonly dossierCode: string;
  readonly branch?: string;
  readonly text: string;
}

/** Opens tasks for officers and supervisors of an office. */
@Injectable()
export class DeskTasks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  open(task: NewTask): void {
    this.unitOfWork.save(DeskTaskEntity, { id: newId(this.clock), ...task, since: this.clock.now() });
  }
}

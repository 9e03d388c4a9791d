import { Body, Controller, Get, HttpCode, Module, Param, Post } from '@nestjs/common';
import { DateText, InstantText, OneOf, Optional, Text } from '@lienthong/envelope';
import { CLOSING_MS, instantOf } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  type Actor,
  Creates,
  CurrentActor,
  Decides,
  DecisionReason,
  hostEntities,
  hostMigrations,
  requireOffice,
  Roles,
  ServiceConfig,
  type ServiceDefinition,
  Shows,
  tracked,
} from '../src';

/** A tiny agency whose officers sign and seal requests: what the host's desks do with them. */
@Entity('request')
export class RequestEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_request' })
  readonly code: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'text' })
  readonly state: 'to-sign' | 'to-seal' | 'done';

  @Column({ name: 'asked_at', type: 'timestamptz' })
  readonly askedAt: Date;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  readonly dueOn?: string;

  @Column({ type: 'text' })
  readonly applicant: string;

  @Column({ name: 'applicant_number', type: 'text' })
  readonly applicantNumber: string;
}

export class Requests1767225950000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request (code text constraint pk_request primary key, office text not null, state text not null,
        asked_at timestamptz not null, due_on date, applicant text not null, applicant_number text not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request');
  }
}

class AskRequest {
  @Text({ max: 20 })
  readonly code: string;

  @InstantText()
  readonly askedAt: string;

  @Optional()
  @DateText()
  readonly dueOn?: string;

  @OneOf(['to-sign', 'to-seal'])
  readonly state: 'to-sign' | 'to-seal';

  @Text({ max: 60 })
  readonly applicant: string;

  @Text({ max: 12 })
  readonly applicantNumber: string;
}

@Controller('requests')
@Roles('desk-clerk', 'agency-leader')
class RequestsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Post()
  @Creates()
  ask(@Body() { askedAt, ...asked }: AskRequest, @CurrentActor() { office }: Actor): Promise<object> {
    this.unitOfWork.save(RequestEntity, { ...asked, office, askedAt: new Date(askedAt) });
    return Promise.resolve({});
  }

  @Get(':code')
  @Shows(RequestEntity, { param: 'code' })
  one(@Param('code') code: string): Promise<object> {
    return this.unitOfWork.get(RequestEntity, code);
  }

  @Post(':code/sign')
  @HttpCode(200)
  @Decides(RequestEntity, { param: 'code' })
  async sign(@Param('code') code: string, @Body() _: DecisionReason, @CurrentActor() actor: Actor): Promise<object> {
    const request = await this.unitOfWork.get(RequestEntity, code);
    requireOffice(actor, request.office);
    this.unitOfWork.save(RequestEntity, { ...request, state: request.state === 'to-sign' ? 'to-seal' : 'done' });
    return {};
  }

  @Post(':code/spoil')
  async spoil(@Param('code') code: string): Promise<never> {
    this.unitOfWork.save(RequestEntity, { ...(await this.unitOfWork.get(RequestEntity, code)), state: 'done' });
    throw new Error('spoilt');
  }
}

@Module({ controllers: [RequestsController] })
class RequestsModule {}

const steps = { 'to-sign': 'sign', 'to-seal': 'seal', done: undefined } as const;

export const requestService: ServiceDefinition = {
  member: 'intake',
  title: 'Requests',
  module: RequestsModule,
  config: ServiceConfig,
  entities: [...hostEntities, RequestEntity],
  migrations: [...hostMigrations, Requests1767225950000],
  messaging: false,
  desk: {
    roles: ['desk-clerk', 'agency-leader', 'monitor'],
    leaders: ['agency-leader'],
    personalDataFor: ['desk-clerk'],
    steps: ['sign', 'seal'],
    doneBy: { sign: ['desk-clerk'] },
    takenOver: (office) => (office === 'nhon-trach' ? ['long-thanh'] : []),
    tracks: [
      tracked<RequestEntity>({
        kind: 'request',
        row: RequestEntity,
        key: ({ code }) => code,
        office: ({ office }) => office,
        subject: ({ code }) => code,
        dossierCode: ({ code }) => code,
        state: ({ state }) => state,
        waits: ({ state, askedAt, dueOn }) => {
          const step = steps[state];
          return step && { step, since: askedAt, due: dueOn === undefined ? undefined : instantOf(dueOn, CLOSING_MS) };
        },
        rules: () => ['permits/v1'],
        terms: ({ code, applicant, applicantNumber }) => [
          { kind: 'dossier', value: code },
          { kind: 'name', value: applicant },
          { kind: 'person', value: applicantNumber },
        ],
      }),
    ],
  },
};

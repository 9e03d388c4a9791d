import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { ListOf, Optional, Part, ShareText, Text } from '@lienthong/envelope';
import { errorCatalogue } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import {
  type Actor,
  Creates,
  CurrentActor,
  Gathered,
  hostEntities,
  hostMigrations,
  OutsideUnitOfWork,
  PublicEndpoint,
  requireAnotherPerson,
  requireOffice,
  Roles,
  ServiceConfig,
  type ServiceDefinition,
} from '../src';

/** A tiny agency that issues permits: enough to meet everything that the host gives a service. */
export class Owner {
  @Text({ max: 20 })
  readonly name: string;

  @ShareText()
  readonly share: string;
}

export class PermitRequest {
  @Text({ max: 20 })
  readonly title: string;

  @ListOf(() => Owner, { max: 3 })
  readonly owners: readonly Owner[];

  @Part(() => Owner)
  @Optional()
  readonly agent?: Owner;
}

@Entity('permit')
export class Permit {
  @PrimaryColumn({ name: 'title', type: 'text', primaryKeyConstraintName: 'permit_pkey' })
  readonly title: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'created_by', type: 'text' })
  readonly createdBy: string;

  @Column({ name: 'sealed_by', type: 'text', nullable: true })
  readonly sealedBy?: string;
}

export const permitErrors = errorCatalogue('permits', {
  NOT_ON_EARTH: { kind: 'refusal', vi: 'Không ở trên Trái Đất.', en: 'That is not on earth.' },
  SEALED_ALREADY: { kind: 'refusal', vi: 'Giấy phép đã đóng dấu.', en: 'The permit is sealed already.' },
});

export class Permits1767225800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table permit (title text constraint permit_pkey primary key, office text not null, created_by text not null, sealed_by text)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table permit');
  }
}

@Controller('permits')
export class PermitsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Post()
  @Roles('desk-clerk')
  @Creates()
  @Gathered()
  async create(
    @Body() { title }: PermitRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ title: string; number: string }> {
    if (title.startsWith('moon')) throw permitErrors.NOT_ON_EARTH();
    this.unitOfWork.save(Permit, { title, office: actor.office, createdBy: actor.id });
    return { title, number: `${title}-1` };
  }

  @Post('check')
  @Roles('desk-clerk')
  @OutsideUnitOfWork('it only checks the form')
  check(@Body() { title }: PermitRequest): { title: string } {
    return { title };
  }

  @Post(':title/sign')
  @Roles('desk-clerk', 'agency-leader')
  async sign(@Param('title') title: string, @CurrentActor() actor: Actor): Promise<{ signedBy: string }> {
    const permit = await this.unitOfWork.get(Permit, title);
    requireOffice(actor, permit.office);
    requireAnotherPerson(actor, permit.createdBy);
    return { signedBy: actor.id };
  }

  @Post(':title/seal')
  @Roles('desk-clerk')
  @Creates()
  async seal(@Param('title') title: string, @CurrentActor() actor: Actor): Promise<{ sealedBy: string }> {
    const permit = await this.unitOfWork.get(Permit, title);
    if (permit.sealedBy) throw permitErrors.SEALED_ALREADY();
    this.unitOfWork.save(Permit, { ...permit, sealedBy: actor.id });
    return { sealedBy: actor.id };
  }

  @Get('forgotten')
  forgotten(): string {
    return 'an endpoint whose author named no role';
  }

  @Get('broken')
  @Roles('desk-clerk')
  @OutsideUnitOfWork('it only breaks')
  broken(): never {
    throw new Error('secret detail 075190000001');
  }

  @Get('law')
  @PublicEndpoint('the law is public')
  @OutsideUnitOfWork('it stands in no table')
  law(): { text: string } {
    return { text: 'Điều 1' };
  }
}

@Module({ controllers: [PermitsController] })
export class PermitsModule {}

export const permitService: ServiceDefinition = {
  member: 'intake',
  title: 'Permits',
  module: PermitsModule,
  config: ServiceConfig,
  entities: [...hostEntities, Permit],
  migrations: [...hostMigrations, Permits1767225800000],
  steps: { forward: 'automatic-when-clean', 'hand-over': 'manual' },
  messaging: false,
};

export const aPermit = { title: 'fence', owners: [{ name: 'Lê Thị Cúc', share: '1/2' }] };

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { workingOffice } from '../act';
import { CardNumbers } from '../cards/card-numbers';
import { HealthCardRow } from '../cards/health-card.entity';
import { insuranceErrors } from '../health-insurance.errors';
import { InsuredPersonRow } from './insured-person.entity';
import { type CardRecord, RegisterInsuredRequest } from './register-insured.request';

/** What a desk sees of a person. */
export interface InsuredPersonView {
  readonly person?: InsuredPersonRow;
  readonly card?: HealthCardRow;
}

/** The registers of social insurance: looked at, and filled with the people who were there before the chains. */
@ApiTags('insured persons')
@Controller('insured-persons')
@Roles('insurance-officer')
export class InsuredPersonController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly numbers: CardNumbers,
    private readonly clock: Clock,
  ) {}

  @Get(':number')
  async one(@Param('number') number: string, @CurrentActor() actor: Actor): Promise<InsuredPersonView> {
    const person = await this.unitOfWork.read(InsuredPersonRow, number);
    const card = await this.unitOfWork.read(HealthCardRow, number);
    for (const row of [person, card]) if (row) this.requireOwn(actor, row);
    return { ...(person && { person }), ...(card && { card }) };
  }

  /** A record that exists is never overwritten this way. */
  @Post()
  @Creates()
  @ApiBody({ schema: schemaOf(RegisterInsuredRequest) as object })
  async register(
    @Body() { card, receivesPension, ...stated }: RegisterInsuredRequest,
    @CurrentActor() actor: Actor,
  ): Promise<InsuredPersonView> {
    const { personalIdentificationNumber: number, name } = stated;
    const known = await this.unitOfWork.find(InsuredPersonRow, number);
    if (known) this.requireOwn(actor, known);
    if (known && known.name !== name) throw insuranceErrors.RECORD_DIFFERS();
    const person: InsuredPersonRow = known ?? {
      ...stated,
      office: actor.office,
      pension: receivesPension ? 'paid' : 'none',
    };
    if (!known) this.unitOfWork.save(InsuredPersonRow, person);
    return { person, ...(card && { card: await this.keepCard(card, person, actor) }) };
  }

  private requireOwn(actor: Actor, { office }: { readonly office: string }): void {
    requireOffice(actor, workingOffice(office, this.clock.now()));
  }

  private async keepCard(record: CardRecord, person: InsuredPersonRow, actor: Actor): Promise<HealthCardRow> {
    const { personalIdentificationNumber, office, name } = person;
    const known = await this.unitOfWork.find(HealthCardRow, personalIdentificationNumber);
    if (known) this.requireOwn(actor, known);
    if (known && known.cardNumber !== record.cardNumber) throw insuranceErrors.RECORD_DIFFERS();
    if (known) return known;
    const events = [{ event: 'issued', on: record.issuedOn, reference: 'record' }] as const;
    const card: HealthCardRow = {
      ...record,
      ...{ personalIdentificationNumber, office, name, events, group: 'other', state: 'active' },
    };
    await this.numbers.reserve(card.cardNumber);
    this.unitOfWork.save(HealthCardRow, card);
    return card;
  }
}

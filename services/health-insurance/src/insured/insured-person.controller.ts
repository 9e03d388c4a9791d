import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
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
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':number')
  async one(@Param('number') number: string, @CurrentActor() actor: Actor): Promise<InsuredPersonView> {
    const person = await this.unitOfWork.read(InsuredPersonRow, number);
    const card = await this.unitOfWork.read(HealthCardRow, number);
    for (const row of [person, card]) if (row) requireOffice(actor, row.office);
    return { ...(person && { person }), ...(card && { card }) };
  }

  /** A record that exists is never overwritten this way. */
  @Post()
  @Creates()
  @ApiBody({ schema: schemaOf(RegisterInsuredRequest) as object })
  async register(
    @Body() { card, receivesPension, ...stated }: RegisterInsuredRequest,
    @CurrentActor() { office }: Actor,
  ): Promise<InsuredPersonView> {
    const { personalIdentificationNumber: number, name } = stated;
    const known = await this.unitOfWork.find(InsuredPersonRow, number);
    if (known && known.name !== name) throw insuranceErrors.RECORD_DIFFERS();
    const person: InsuredPersonRow = known ?? { ...stated, office, pension: receivesPension ? 'paid' : 'none' };
    if (!known) this.unitOfWork.save(InsuredPersonRow, person);
    return { person, ...(card && { card: await this.keepCard(card, person) }) };
  }

  private async keepCard(record: CardRecord, person: InsuredPersonRow): Promise<HealthCardRow> {
    const { personalIdentificationNumber, office, name } = person;
    const known = await this.unitOfWork.find(HealthCardRow, personalIdentificationNumber);
    if (known && known.cardNumber !== record.cardNumber) throw insuranceErrors.RECORD_DIFFERS();
    if (known) return known;
    const events = [{ event: 'issued', on: record.issuedOn, reference: 'record' }] as const;
    const card: HealthCardRow = {
      ...record,
      ...{ personalIdentificationNumber, office, name, events, group: 'other', state: 'active' },
    };
    this.unitOfWork.save(HealthCardRow, card);
    return card;
  }
}

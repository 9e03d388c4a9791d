import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { officeFor } from '@lienthong/contracts';
import { schemaOf } from '@lienthong/envelope';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { residenceErrors } from '../residence.errors';
import { RegisterResidentRequest } from './register-resident.request';
import { ResidentRow } from './resident.entity';
import { sameLine } from './resident.rules';
import type { Resident } from './resident.state';

/** The residence register: looked at, and filled with the people who were there before the chains. */
@ApiTags('residents')
@Controller('residents')
@Roles('residence-officer')
export class ResidentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get(':number')
  async one(@Param('number') number: string, @CurrentActor() actor: Actor): Promise<Resident> {
    const resident = await this.unitOfWork.get(ResidentRow, number);
    requireOffice(actor, resident.office);
    return resident;
  }

  /** A line that exists is never overwritten this way. */
  @Post()
  @Creates()
  @ApiBody({ schema: schemaOf(RegisterResidentRequest) as object })
  async register(@Body() line: RegisterResidentRequest, @CurrentActor() { office }: Actor): Promise<Resident> {
    const { communeCode, registeredOn } = line;
    if (officeFor('residence', communeCode, localDate(this.clock.now()))?.id !== office)
      throw residenceErrors.COMMUNE_ELSEWHERE({ communeCode, office });
    const known = await this.unitOfWork.find(ResidentRow, line.personalIdentificationNumber);
    if (known && !sameLine(known, line)) throw residenceErrors.RECORD_DIFFERS();
    if (known) return known;
    const events = [{ event: 'registered', on: registeredOn, reference: 'record' }] as const;
    const resident: Resident = { ...line, office, state: 'active', events };
    this.unitOfWork.save(ResidentRow, resident);
    return resident;
  }
}

import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { DecideRegistration } from './decide-registration';
import { RegistrationRow } from './registration.entity';
import { RefuseRequest, WantSupplementRequest } from './registration.requests';
import { registrationView } from './registration.response';
import type { Registration } from './registration.state';

/** The officer's desk for requests of permanent residence. */
@ApiTags('registrations')
@Controller('registrations')
@Roles('residence-officer')
export class RegistrationController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decide: DecideRegistration,
    private readonly clock: Clock,
  ) {}

  @Get(':code')
  @Roles('residence-officer', 'agency-leader')
  async one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return registrationView(await this.own(code, actor));
  }

  @Post(':code/accept')
  @HttpCode(200)
  async accept(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return registrationView(await this.decide.accept(await this.own(code, actor), this.by(actor)));
  }

  @Post(':code/register')
  @HttpCode(200)
  async register(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return registrationView(await this.decide.register(await this.own(code, actor), this.by(actor)));
  }

  @Post(':code/want-supplement')
  @HttpCode(200)
  @ApiBody({ schema: schemaOf(WantSupplementRequest) as object })
  async wantSupplement(
    @Param('code') code: string,
    @Body() wanted: WantSupplementRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return registrationView(await this.decide.wantSupplement(await this.own(code, actor), wanted, this.by(actor)));
  }

  @Post(':code/refuse')
  @HttpCode(200)
  @ApiBody({ schema: schemaOf(RefuseRequest) as object })
  async refuse(
    @Param('code') code: string,
    @Body() { reason }: RefuseRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return registrationView(await this.decide.refuse(await this.own(code, actor), reason, this.by(actor)));
  }

  private async own(code: string, actor: Actor): Promise<Registration> {
    const registration = await this.unitOfWork.get(RegistrationRow, code);
    requireOffice(actor, registration.office);
    return registration;
  }

  private by({ id }: Actor): { readonly at: Date; readonly by: string } {
    return { at: this.clock.now(), by: id };
  }
}

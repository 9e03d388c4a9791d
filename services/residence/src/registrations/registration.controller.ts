import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  CurrentActor,
  Decides,
  DeskOf,
  OfficerDesk,
  RequestDesk,
  Roles,
  Shows,
} from '@lienthong/service-host';
import { DecideRegistration } from './decide-registration';
import { RegistrationRow } from './registration.entity';
import { registrationView } from './registration.response';
import type { Registration } from './registration.state';

/** The officer's desk for requests of permanent residence: accept, want a supplement, register, refuse. */
@ApiTags('registrations')
@Controller('registrations')
@Roles('residence-officer')
@DeskOf(RegistrationRow)
export class RegistrationController extends RequestDesk<Registration> {
  protected readonly view = registrationView;

  constructor(
    desk: OfficerDesk,
    private readonly decide: DecideRegistration,
  ) {
    super(desk, decide, RegistrationRow);
  }

  @Get(':code')
  @Shows(RegistrationRow, { param: 'code' })
  @Roles('residence-officer', 'agency-leader')
  async one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.view(await this.own(code, actor));
  }

  @Post(':code/register')
  @HttpCode(200)
  @Decides(RegistrationRow, { param: 'code' })
  async register(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.view(await this.decide.register(await this.own(code, actor), this.desk.by(actor)));
  }
}

import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Creates, CurrentActor, Roles } from '@lienthong/service-host';
import { AskActRequest } from './act.request';
import type { ActView } from './act.view';
import { Acts } from './acts';

@ApiTags('acts')
@Controller('acts')
export class AskActController {
  constructor(private readonly acts: Acts) {}

  /** An act that restricts is carried out at once, to be confirmed within 24 hours; any other waits for a second person. */
  @Post()
  @Creates()
  @Roles('bus-operator')
  ask(@Body() wanted: AskActRequest, @CurrentActor() actor: Actor): Promise<ActView> {
    return this.acts.ask(wanted, actor);
  }
}

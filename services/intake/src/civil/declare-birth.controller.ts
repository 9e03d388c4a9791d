import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { type Actor, Creates, CurrentActor, Gathered, Roles } from '@lienthong/service-host';
import type { Response } from 'express';
import { DeclareBirth } from './declare-birth';
import { DeclareBirthRequest } from './declare-birth.request';
import { declarationNote, REPEATED_STATUS } from './declaration.response';

@ApiTags('dossiers')
@Controller('dossiers')
export class DeclareBirthController {
  constructor(private readonly declareBirth: DeclareBirth) {}

  /** The body is checked by the use case, with its rules, so that all faults are told at once. */
  @Post('birth')
  @Roles('desk-clerk')
  @Creates()
  @Gathered()
  @ApiBody({ schema: schemaOf(DeclareBirthRequest) as object })
  async declare(
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const received = await this.declareBirth.run(body, actor);
    if (received.isRepeated) response.status(REPEATED_STATUS);
    return declarationNote(received);
  }
}

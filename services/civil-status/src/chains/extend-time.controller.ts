import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf, Text } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { CivilStatusGateway } from '../gateways/civil-status-gateway';
import { chainView } from './chain.response';
import { requireStatus } from './chain.rules';
import { CivilChainEntity } from './civil-chain.entity';
import { extended } from './extend-time.rules';

class ExtendTimeRequest {
  /** What the procedure calls it, such as `completed-file` (2015) or `verification` (2024). */
  @Text({ max: 40, pattern: '^[a-z]+(-[a-z]+)*$' })
  readonly extension: string;

  /** Told to the citizen with the new appointment. */
  @Text({ max: 250 })
  readonly reason: string;
}

/** Something has to be verified, or a file completed for another agency: the law gives so many days more (O §4.1). */
@ApiTags('chains')
@Controller('chains')
export class ExtendTimeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gateway: CivilStatusGateway,
    private readonly clock: Clock,
  ) {}

  @Post(':code/extend')
  @HttpCode(200)
  @Decides(CivilChainEntity, { param: 'code' })
  @Roles('registrar')
  @ApiBody({ schema: schemaOf(ExtendTimeRequest) as object })
  async extend(
    @Param('code') code: string,
    @Body() request: ExtendTimeRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const chain = await this.unitOfWork.get(CivilChainEntity, code);
    requireOffice(actor, chain.office);
    requireStatus(chain, 'extend', 'received', 'registering', 'drafted', 'running');
    const at = this.clock.now();
    const later = { ...extended(chain, request, { at, by: actor.id }), note: request.reason };
    this.unitOfWork.save(CivilChainEntity, later);
    await this.gateway.progressed(later, at);
    return chainView(later);
  }
}

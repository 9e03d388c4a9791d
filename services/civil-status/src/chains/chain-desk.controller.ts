import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import {
  type Actor,
  CurrentActor,
  Decides,
  requireAnotherPerson,
  requireOffice,
  Roles,
  Shows,
} from '@lienthong/service-host';
import { requireStatus } from './chain.rules';
import { chainView } from './chain.response';
import { CheckChain } from './check-chain';
import { CivilChainEntity } from './civil-chain.entity';
import { EndChain } from './end-chain';
import { ReasonRequest } from './chain-desk.request';
import { RegisterAct } from './register-act';

/** The desk of registrar and leader: look, check, refuse, sign. */
@ApiTags('chains')
@Controller('chains')
export class ChainDeskController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checkChain: CheckChain,
    private readonly registerAct: RegisterAct,
    private readonly endChain: EndChain,
    private readonly clock: Clock,
  ) {}

  @Get(':code')
  @Shows(CivilChainEntity, { param: 'code' })
  @Roles('registrar', 'civil-leader', 'agency-leader')
  async one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    const chain = await this.unitOfWork.read(CivilChainEntity, code);
    if (!chain) throw persistenceErrors.NOT_FOUND({ entity: 'civil_chain', key: code });
    requireOffice(actor, chain.office);
    return chainView(chain);
  }

  @Post(':code/check')
  @HttpCode(200)
  @Decides(CivilChainEntity, { param: 'code' })
  @Roles('registrar')
  async check(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    const chain = await this.own(code, actor);
    return chainView(await this.checkChain.check(chain, { at: this.clock.now(), by: actor.id }));
  }

  @Post(':code/refuse')
  @HttpCode(200)
  @Decides(CivilChainEntity, { param: 'code' })
  @Roles('registrar')
  @ApiBody({ schema: schemaOf(ReasonRequest) as object })
  async refuse(
    @Param('code') code: string,
    @Body() { reason }: ReasonRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const chain = await this.own(code, actor);
    requireStatus(chain, 'refuse', 'received', 'registering', 'drafted');
    return chainView(await this.endChain.refuse(chain, { reason }, { at: this.clock.now(), by: actor.id }));
  }

  @Post(':code/register')
  @HttpCode(200)
  @Decides(CivilChainEntity, { param: 'code' })
  @Roles('civil-leader')
  async register(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    const chain = await this.own(code, actor);
    requireAnotherPerson(actor, chain.checkedBy);
    return chainView(await this.registerAct.sign(chain, { at: this.clock.now(), by: actor.id, name: actor.name }));
  }

  private async own(code: string, actor: Actor): Promise<CivilChainEntity> {
    const chain = await this.unitOfWork.get(CivilChainEntity, code);
    requireOffice(actor, chain.office);
    return chain;
  }
}

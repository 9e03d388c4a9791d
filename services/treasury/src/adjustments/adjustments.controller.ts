import { Clock, instantText, newId } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import {
  type Actor,
  Creates,
  CurrentActor,
  Decides,
  requireAnotherPerson,
  requireOffice,
  Roles,
  Shows,
} from '@lienthong/service-host';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Booking } from '../bookings/booking.entity';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { AnswerInvestigation } from '../investigations/answer-investigation';
import { InvestigationRow } from '../investigations/investigation.entity';
import { treasuryErrors } from '../treasury.errors';
import { AdjustBooking } from './adjust-booking';
import { AdjustmentRow } from './adjustment.entity';
import { drop, propose } from './adjustment.rules';
import type { Adjustment } from './adjustment.state';
import { ProposeAdjustmentRequest } from './propose-adjustment.request';

export interface AdjustmentView extends Omit<Adjustment, 'proposedAt' | 'decidedAt'> {
  readonly proposedAt: string;
  readonly decidedAt?: string;
}

/** Reversal and correction by two persons: the first proposes, the second confirms, one person never does both. */
@Controller()
@ApiTags('adjustments')
export class AdjustmentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly adjusting: AdjustBooking,
    private readonly answers: AnswerInvestigation,
    private readonly clock: Clock,
  ) {}

  @Post('bookings/:reference/adjustments')
  @Roles('treasury-clerk')
  @Creates()
  async propose(
    @Param('reference') reference: string,
    @Body() request: ProposeAdjustmentRequest,
    @CurrentActor() actor: Actor,
  ): Promise<AdjustmentView> {
    const booking = await this.unitOfWork.find(Booking, reference);
    if (!booking) throw persistenceErrors.NOT_FOUND({ entity: 'booking', key: reference });
    requireOffice(actor, booking.office);
    await this.requireInvestigationOf(reference, request.investigationId);
    const { lines: wanted = [], ...asked } = request;
    const who = { proposedBy: actor.id, proposedAt: this.clock.now() };
    const adjustment = {
      id: newId(this.clock),
      reference,
      office: booking.office,
      ...asked,
      ...who,
      wanted,
      state: 'proposed',
    } as const;
    this.unitOfWork.save(Booking, propose(booking, adjustment));
    this.unitOfWork.save(AdjustmentRow, adjustment);
    return view(adjustment);
  }

  @Get('adjustments/:id')
  @Shows(AdjustmentRow, { param: 'id' })
  @Roles('treasury-clerk', 'agency-leader')
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<AdjustmentView> {
    return view(await this.own(id, actor));
  }

  @Post('adjustments/:id/confirmation')
  @HttpCode(200)
  @Decides(AdjustmentRow, { param: 'id' })
  @Roles('treasury-clerk', 'agency-leader')
  async confirm(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<AdjustmentView> {
    const adjustment = await this.own(id, actor);
    requireAnotherPerson(actor, adjustment.proposedBy);
    const confirmed = await this.adjusting.confirm(adjustment, actor.id);
    await this.answer(confirmed, actor.id);
    return view(confirmed);
  }

  @Post('adjustments/:id/drop')
  @HttpCode(200)
  @Decides(AdjustmentRow, { param: 'id' })
  @Roles('treasury-clerk', 'agency-leader')
  async drop(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<AdjustmentView> {
    const dropped = drop(await this.own(id, actor), actor.id, this.clock.now());
    const { openAdjustmentId: _dropped, ...booking } = await this.unitOfWork.get(Booking, dropped.reference);
    this.unitOfWork.save(Booking, booking);
    this.unitOfWork.save(AdjustmentRow, dropped);
    return view(dropped);
  }

  private async own(id: string, actor: Actor): Promise<Adjustment> {
    const adjustment = await this.unitOfWork.get(AdjustmentRow, id);
    requireOffice(actor, adjustment.office);
    return adjustment;
  }

  private async requireInvestigationOf(reference: string, id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const investigation = await this.unitOfWork.find(InvestigationRow, id);
    if (investigation?.reference !== reference || investigation.state !== 'requested') {
      throw treasuryErrors.INVESTIGATION_NOT_ASKED({ id });
    }
  }

  private async answer({ investigationId, reference }: Adjustment, by: string): Promise<void> {
    if (investigationId === undefined) return;
    const investigation = await this.unitOfWork.get(InvestigationRow, investigationId);
    const advice = await this.unitOfWork.get(CreditAdviceRow, reference);
    this.answers.close(investigation, advice, { outcome: 'done', by });
  }
}

function view({ proposedAt, decidedAt, ...adjustment }: Adjustment): AdjustmentView {
  return {
    ...adjustment,
    proposedAt: instantText(proposedAt),
    ...(decidedAt ? { decidedAt: instantText(decidedAt) } : {}),
  };
}

import { Module } from '@nestjs/common';
import { PayableItemRepository } from '../obligations/payable-item.repository';
import { AskCorrection } from './ask-correction';
import { InvestigationAnsweredHandler } from './investigation-answered.handler';
import { InvestigationOpenedHandler } from './investigation-opened.handler';
import { InvestigationsController } from './investigations.controller';

/** M46: questions about payments between tax office and treasury. */
@Module({
  controllers: [InvestigationOpenedHandler, InvestigationAnsweredHandler, InvestigationsController],
  providers: [PayableItemRepository, AskCorrection],
})
export class PaymentInvestigationsModule {}

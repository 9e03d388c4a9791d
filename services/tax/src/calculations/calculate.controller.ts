import { Roles } from '@lienthong/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { assessedRevenue, type AssessedRevenue } from '../assessments/assess-transfer.rules';
import { assessChange } from '../charges/assess-change.rules';
import { OfficeTerms } from '../law/office-terms';
import { CalculateChangeRequest } from './calculate-change.request';
import { LandUseFeeRequest, LateInterestRequest } from './calculate-money.request';
import { changeOfRequest } from './requested-change.rules';
import { landUseFeeOf, type LandUseFeeView, lateInterestOf, type LateInterestView } from './requested-money.rules';

/**
 * Estimates for officers, of every kind of change that the rules know: nothing is kept, nothing is owed, and what a slip
 * yields is computed from the slip alone.
 */
@Controller('calculations')
@ApiTags('calculations')
export class CalculateController {
  constructor(private readonly terms: OfficeTerms) {}

  @Post('changes')
  @HttpCode(200)
  @Roles('tax-officer', 'agency-leader')
  change(@Body() request: CalculateChangeRequest): {
    readonly estimate: true;
    readonly revenues: readonly AssessedRevenue[];
  } {
    return {
      estimate: true,
      revenues: assessChange(changeOfRequest(request), this.terms.readings).map(assessedRevenue),
    };
  }

  @Post('land-use-fees')
  @HttpCode(200)
  @Roles('tax-officer', 'agency-leader')
  landUseFee(@Body() request: LandUseFeeRequest): LandUseFeeView & { readonly estimate: true } {
    return { estimate: true, ...landUseFeeOf(request, this.terms) };
  }

  @Post('late-interest')
  @HttpCode(200)
  @Roles('tax-officer', 'agency-leader')
  lateInterest(@Body() request: LateInterestRequest): LateInterestView & { readonly estimate: true } {
    return { estimate: true, ...lateInterestOf(request, this.terms.readings) };
  }
}

import { Roles } from '@lienthong/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type LawBook, lawBookOn } from './law-book.rules';
import { OfficeTerms } from './office-terms';
import { ReadLawRequest } from './read-law.request';

/** The law by which the office computes on a day, with what is only a reading marked as one. */
@Controller('law')
@ApiTags('law')
export class ReadLawController {
  constructor(private readonly terms: OfficeTerms) {}

  @Get()
  @Roles('tax-officer', 'agency-leader')
  read(@Query() { on }: ReadLawRequest): LawBook {
    return lawBookOn(on ?? this.terms.today(), this.terms.readings);
  }
}

import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import {
  type Actor,
  CurrentActor,
  ListRequest,
  type Page,
  pageOf,
  placeOf,
  requireOffice,
  Roles,
} from '@lienthong/service-host';
import { RegisterBookEntity } from './register-book.entity';
import { bookName, closeBook, type RegisterBook } from './register-book.rules';

const LIST = `
select key, office, kind, year, ordinal, opened_on as "openedOn", closed_on as "closedOn", last_page as "lastPage"
  from register_book where office = $1 and key > $2 order by key limit $3`;

/** The register books of the own office; they open by themselves with the first act, and are closed here. */
@ApiTags('books')
@Controller('books')
@Roles('registrar', 'civil-leader', 'agency-leader')
export class BooksController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Query() { limit, cursor }: ListRequest, @CurrentActor() { office }: Actor): Promise<Page<object>> {
    const [after = ''] = cursor === undefined ? [] : placeOf(cursor, 1);
    const rows = await this.unitOfWork.query<RegisterBook>(LIST, [office, after, limit + 1]);
    return pageOf(rows, limit, { view: bookView, place: ({ key }) => [key] });
  }

  @Post(':key/close')
  @HttpCode(200)
  @Roles('registrar', 'civil-leader')
  async close(@Param('key') key: string, @CurrentActor() actor: Actor): Promise<object> {
    const book = await this.unitOfWork.get(RegisterBookEntity, key);
    requireOffice(actor, book.office);
    const closed = closeBook(book, localDate(this.clock.now()));
    this.unitOfWork.save(RegisterBookEntity, closed);
    return bookView(closed);
  }
}

function bookView(book: RegisterBook): object {
  return { ...book, name: bookName(book), closedOn: book.closedOn ?? undefined };
}

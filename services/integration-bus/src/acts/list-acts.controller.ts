import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { httpErrors, OutsideUnitOfWork, type Page, pageOf, placeOf, Roles } from '@lienthong/service-host';
import { ActCatalogue } from './act-catalogue';
import type { ActKindDefinition } from './act-kind';
import { ListActsRequest } from './act.request';
import { LIST_ACTS } from './act.sql';
import { type ActRow, type ActView, actView } from './act.view';
import { Acts } from './acts';

const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@ApiTags('acts')
@Controller('acts')
@Roles('bus-operator')
export class ListActsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: Acts,
    private readonly catalogue: ActCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  @Get()
  async list(@Query() { limit, cursor, state, kind, open = false }: ListActsRequest): Promise<Page<ActView>> {
    const now = this.clock.now();
    const after = cursor === undefined ? AFTER_ALL : idOf(cursor);
    const filters = [after, state ?? null, kind ?? null, open, limit + 1, now];
    const rows = await this.unitOfWork.query<ActRow>(LIST_ACTS, filters);
    return pageOf(rows, limit, { view: (row) => actView(row, now), place: ({ id }) => [id] });
  }

  /** What can be done, and whether it restricts, permits or cannot be undone. */
  @Get('kinds')
  @OutsideUnitOfWork('answers from memory')
  kinds(): readonly Pick<ActKindDefinition, 'name' | 'effect' | 'summary'>[] {
    return this.catalogue.all.map(({ name, effect, summary }) => ({ name, effect, summary }));
  }

  @Get(':id')
  show(@Param('id', ParseUUIDPipe) id: string): Promise<ActView> {
    return this.acts.view(id);
  }
}

function idOf(cursor: string): string {
  const [id = ''] = placeOf(cursor, 1);
  if (!UUID.test(id)) throw httpErrors.CURSOR_INVALID();
  return id;
}

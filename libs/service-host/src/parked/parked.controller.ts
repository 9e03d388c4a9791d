import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Language } from '@lienthong/kernel';
import { MemberMessaging, type ParkedMessage, type ParkedPlace, type Released } from '@lienthong/messaging';
import { httpErrors } from '../http/http.errors';
import { preferredLanguage } from '../http/language';
import { type Page, pageOf, placeOf } from '../lists/page';
import type { Actor } from '../security/actor';
import { CurrentActor, OutsideUnitOfWork, Roles } from '../security/endpoint.decorators';
import { DiscardRequest, ParkedListRequest, ParkedName } from './parked.requests';

const OWN_TRANSACTION = 'what waits behind the message follows after the commit';

/** A parked message in one language. */
export type ParkedView = Omit<ParkedMessage, 'texts'> & { readonly text: string };

/** Messages that could not be handled: what they are, why, and what the operator decides. Neither payloads nor stacks. */
@ApiTags('parked messages')
@ApiHeader({ name: 'Accept-Language', required: false, schema: { type: 'string', default: 'vi' } })
@Controller('parked')
@Roles('message-operator')
export class ParkedController {
  constructor(private readonly messaging: MemberMessaging) {}

  @Get()
  async list(
    @Query() { order, limit, cursor }: ParkedListRequest,
    @Headers('accept-language') wish?: string,
  ): Promise<Page<ParkedView>> {
    const after = cursor === undefined ? {} : { after: placeAfter(cursor) };
    const rows = await this.messaging.parked.list({ order, limit, ...after });
    return pageOf(rows, limit, {
      view: (row) => viewOf(row, preferredLanguage(wish)),
      place: (row) => [row.firstParkedAt, row.sender, row.id],
    });
  }

  @Get(':sender/:id')
  async show(@Param() { sender, id }: ParkedName, @Headers('accept-language') wish?: string): Promise<ParkedView> {
    return viewOf(await this.messaging.parked.get(sender, id), preferredLanguage(wish));
  }

  @Post(':sender/:id/release')
  @HttpCode(200)
  @OutsideUnitOfWork(OWN_TRANSACTION)
  release(@Param() { sender, id }: ParkedName, @CurrentActor() actor: Actor): Promise<Released> {
    return this.messaging.parked.release(sender, id, actor);
  }

  @Post(':sender/:id/discard')
  @HttpCode(200)
  @OutsideUnitOfWork(OWN_TRANSACTION)
  async discard(
    @Param() { sender, id }: ParkedName,
    @Body() { reason }: DiscardRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ outcome: 'discarded' }> {
    await this.messaging.parked.discard(sender, id, { operator: actor, reason });
    return { outcome: 'discarded' };
  }
}

function viewOf({ texts, ...row }: ParkedMessage, language: Language): ParkedView {
  return { ...row, text: texts[language] };
}

function placeAfter(cursor: string): ParkedPlace {
  const [parkedAt = '', sender = '', id = ''] = placeOf(cursor, 3);
  if (Number.isNaN(Date.parse(parkedAt))) throw httpErrors.CURSOR_INVALID();
  return { parkedAt, sender, id };
}

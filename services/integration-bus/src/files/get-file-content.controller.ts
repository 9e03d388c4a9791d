import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, ParseUUIDPipe, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, MEMBER_ROLE, OutsideUnitOfWork, Roles } from '@lienthong/service-host';
import type { Request, Response } from 'express';
import { MemberGuard } from '../quotas/member.guard';
import { Weighs } from '../quotas/weighs';
import { wantedBytes, type WantedBytes } from './byte-range.rules';
import type { StoredFile } from './file';
import { FileReadings } from './file-readings';
import { fileErrors } from './files.errors';
import { Transfers } from './transfers';

/** A reader that takes nothing for so long is gone. */
const SILENCE_MS = 60_000;
/** Each is an entry of the log. */
const WEIGHT_OF_READING = 2;

@ApiTags('files')
@Controller('files')
@UseGuards(MemberGuard)
export class GetFileContentController {
  constructor(
    private readonly readings: FileReadings,
    private readonly transfers: Transfers,
  ) {}

  /** The bytes, or with `Range` a part of them; with `If-Range` a broken download goes on where it stopped. */
  @Get(':fileId/content')
  @Weighs(WEIGHT_OF_READING)
  @Roles(MEMBER_ROLE)
  @OutsideUnitOfWork('the body is a stream')
  async content(
    @CurrentActor() { member }: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.readings.find(member, fileId);
    describe(response, file);
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const wanted = wantedBytes(rangeOf(request, file), file.size);
    if (!wanted) {
      response.setHeader('content-range', `bytes */${file.size}`);
      throw fileErrors.RANGE_UNSATISFIABLE({ size: file.size });
    }
    await this.transfers.during(member, async (paced) => {
      const bytes = paced(await this.readings.open(member, file, wanted));
      sendHead(response, file, wanted);
      response.setTimeout(SILENCE_MS, () => response.destroy());
      // a reader that goes away comes back for the rest; what breaks here breaks the answer, which tells the reader
      await pipeline(Readable.from(bytes), response).catch(() => response.destroy());
    });
  }
}

function describe(response: Response, { sha256 }: StoredFile): void {
  response.setHeader('etag', entityTag(sha256));
  response.setHeader('accept-ranges', 'bytes');
  response.setHeader('cache-control', 'private, no-cache');
}

function sendHead(
  response: Response,
  { name, contentType, size }: StoredFile,
  { from, to, isPart }: WantedBytes,
): void {
  response.status(isPart ? 206 : 200);
  if (isPart) response.setHeader('content-range', `bytes ${from}-${to}/${size}`);
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', String(to - from + 1));
  response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodedName(name)}`);
}

/** A part is given only of the file that the reader has begun. */
function rangeOf(request: Request, { sha256 }: StoredFile): string | undefined {
  const condition = request.get('if-range');
  return condition === undefined || condition === entityTag(sha256) ? request.get('range') : undefined;
}

function entityTag(sha256: string): string {
  return `"${sha256}"`;
}

/** RFC 8187. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

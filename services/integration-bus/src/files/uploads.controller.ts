import {
  Controller,
  Delete,
  Head,
  HttpCode,
  Options,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, MEMBER_ROLE, OutsideUnitOfWork, Roles } from '@lienthong/service-host';
import type { Request, Response } from 'express';
import { MemberGuard } from '../quotas/member.guard';
import { MemberQuotas } from '../quotas/member-quotas';
import { Weighs } from '../quotas/weighs';
import { FilesConfig } from './files.config';
import { fileErrors } from './files.errors';
import { Transfers } from './transfers';
import { TUS_VERSION, TusGuard } from './tus.guard';
import { byteCount, declaredFile } from './upload-headers.rules';
import { Uploads } from './uploads';

const PART_TYPE = 'application/offset+octet-stream';
/** A line that brings nothing for so long is taken for broken. */
const SILENCE_MS = 60_000;
/** It adds up what is kept of the member. */
const WEIGHT_OF_BEGINNING = 2;

/** Uploads that survive broken lines: the tus protocol 1.0.0 (tus.io) with creation and termination. */
@ApiTags('files')
@Controller('uploads')
@Roles(MEMBER_ROLE)
@UseGuards(MemberGuard, TusGuard)
@OutsideUnitOfWork('bodies are streams; each piece is a transaction of its own')
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly transfers: Transfers,
    private readonly quotas: MemberQuotas,
    private readonly config: FilesConfig,
  ) {}

  @Options()
  @HttpCode(204)
  options(@Res({ passthrough: true }) response: Response): void {
    response.setHeader('tus-version', TUS_VERSION);
    response.setHeader('tus-extension', 'creation,termination');
    response.setHeader('tus-max-size', String(this.config.fileLimitBytes));
  }

  /**
   * Declares a file: `Upload-Length`, and in `Upload-Metadata` filename, filetype and sha256 (base64url). It needs no
   * Idempotency-Key: the same file declared again by the same member is the same upload.
   */
  @Post()
  @Weighs(WEIGHT_OF_BEGINNING)
  async begin(
    @CurrentActor() { member }: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly fileId: string }> {
    const declared = declaredFile(request.get('upload-length'), request.get('upload-metadata'), this.config);
    const { fileBytesKept: mostKept } = this.quotas.quotaOf(member);
    const { fileId } = await this.uploads.begin(declared, { owner: member, mostKept });
    response.setHeader('location', `/uploads/${fileId}`);
    return { fileId };
  }

  @Head(':fileId')
  async position(
    @CurrentActor() { member }: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { received, size } = await this.uploads.position(member, fileId);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('upload-length', String(size));
    response.setHeader('upload-offset', String(received));
  }

  @Patch(':fileId')
  @HttpCode(204)
  async receive(
    @CurrentActor() { member }: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (request.get('content-type') !== PART_TYPE) throw fileErrors.MEDIA_TYPE();
    const offset = byteCount('Upload-Offset', request.get('upload-offset'));
    request.setTimeout(SILENCE_MS, () => request.destroy());
    const stands = await this.transfers.during(member, (paced) => {
      return this.uploads.receive({ member, fileId, offset, body: paced(request as AsyncIterable<Buffer>) });
    });
    response.setHeader('upload-offset', String(stands));
  }

  @Delete(':fileId')
  @HttpCode(204)
  async end(@CurrentActor() { member }: Actor, @Param('fileId', ParseUUIDPipe) fileId: string): Promise<void> {
    await this.uploads.end(member, fileId);
  }
}

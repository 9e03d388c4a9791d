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
import { ActiveMember } from './active-member';
import { FilesConfig } from './files.config';
import { fileErrors } from './files.errors';
import { Transfers } from './transfers';
import { byteCount, declaredFile } from './upload-headers.rules';
import { Uploads } from './uploads';

const TUS = '1.0.0';
const PART_TYPE = 'application/offset+octet-stream';
/** A line that brings nothing for so long is taken for broken. */
const SILENCE_MS = 60_000;

/** Uploads that survive broken lines: the tus protocol 1.0.0 (tus.io) with creation and termination. */
@ApiTags('files')
@Controller('uploads')
@Roles(MEMBER_ROLE)
@OutsideUnitOfWork('bodies are streams; each piece is a transaction of its own')
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly transfers: Transfers,
    private readonly members: ActiveMember,
    private readonly config: FilesConfig,
  ) {}

  @Options()
  @HttpCode(204)
  options(@Res({ passthrough: true }) response: Response): void {
    response.setHeader('tus-resumable', TUS);
    response.setHeader('tus-version', TUS);
    response.setHeader('tus-extension', 'creation,termination');
    response.setHeader('tus-max-size', String(this.config.fileLimitBytes));
  }

  /**
   * Declares a file: `Upload-Length`, and in `Upload-Metadata` filename, filetype and sha256 (base64url). It needs no
   * Idempotency-Key: the same file declared again by the same member is the same upload.
   */
  @Post()
  @UseGuards(MemberGuard)
  async begin(
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly fileId: string }> {
    const member = this.members.codeOf(actor);
    speakTus(request, response);
    const declared = declaredFile(request.get('upload-length'), request.get('upload-metadata'), this.config);
    const { fileId } = await this.uploads.begin(member, declared);
    response.setHeader('location', `/uploads/${fileId}`);
    return { fileId };
  }

  @Head(':fileId')
  async position(
    @CurrentActor() actor: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const member = this.members.codeOf(actor);
    speakTus(request, response);
    const { received, size } = await this.uploads.position(member, fileId);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('upload-length', String(size));
    response.setHeader('upload-offset', String(received));
  }

  @Patch(':fileId')
  @HttpCode(204)
  async receive(
    @CurrentActor() actor: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const member = this.members.codeOf(actor);
    speakTus(request, response);
    if (request.get('content-type') !== PART_TYPE) throw fileErrors.MEDIA_TYPE();
    const offset = byteCount('Upload-Offset', request.get('upload-offset'));
    request.setTimeout(SILENCE_MS, () => request.destroy());
    const part = { member, fileId, offset, body: request as AsyncIterable<Buffer> };
    const stands = await this.transfers.during(member, () => this.uploads.receive(part));
    response.setHeader('upload-offset', String(stands));
  }

  @Delete(':fileId')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const member = this.members.codeOf(actor);
    speakTus(request, response);
    await this.uploads.end(member, fileId);
  }
}

/** @throws files.PROTOCOL_VERSION */
function speakTus(request: Request, response: Response): void {
  response.setHeader('tus-resumable', TUS);
  if (request.get('tus-resumable') === TUS) return;
  response.setHeader('tus-version', TUS);
  throw fileErrors.PROTOCOL_VERSION();
}

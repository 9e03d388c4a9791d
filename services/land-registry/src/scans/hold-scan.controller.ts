import { Controller, HttpCode, Param, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, OutsideUnitOfWork, requireOffice, Roles } from '@lienthong/service-host';
import type { Request } from 'express';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { landErrors } from '../land-registry.errors';
import { HeldScanEntity, scanKey } from './held-scan.entity';
import { HoldScanRequest, ScanPlace } from './hold-scan.request';
import { ScanFolder } from './scan-folder';

@ApiTags('dossiers')
@Controller('dossiers')
export class HoldScanController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly folder: ScanFolder,
    private readonly clock: Clock,
  ) {}

  /** The officer adds the scan of a paper; the same again changes nothing, another one is refused. */
  @Put(':code/scans/:paper')
  @HttpCode(200)
  @Roles('land-officer')
  @OutsideUnitOfWork('the body is a stream; what is known of it is written in a transaction of its own')
  async hold(
    @Param() { code, paper }: ScanPlace,
    @Query() { name, contentType }: HoldScanRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<{ readonly sha256: string }> {
    const dossier = await this.unitOfWork.perform(() => this.unitOfWork.get(LandDossierEntity, code));
    requireOffice(actor, dossier.office);
    const sha256 = await this.folder.keep(request as AsyncIterable<Buffer>);
    const key = scanKey(code, paper);
    await this.unitOfWork.perform(async () => {
      const known = await this.unitOfWork.find(HeldScanEntity, key);
      if (known && known.sha256 !== sha256) throw landErrors.SCAN_DIFFERS({ dossierCode: code, paper });
      const scan = { key, name: name.normalize('NFC'), contentType, sha256 };
      if (!known) this.unitOfWork.save(HeldScanEntity, { ...scan, heldBy: actor.id, heldAt: this.clock.now() });
    });
    return { sha256 };
  }
}

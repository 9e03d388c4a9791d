import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { SCANNED_PAPERS, type SlipAttachment } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { HeldScanEntity, scanKey } from '../scans/held-scan.entity';
import { ScanFolder } from '../scans/scan-folder';

/** The scans that the office holds of a dossier, as a slip names them: by the hash of their bytes. */
@Injectable()
export class SlipAttachments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly folder: ScanFolder,
  ) {}

  async of(dossierCode: string): Promise<readonly SlipAttachment[]> {
    const attachments: SlipAttachment[] = [];
    for (const code of SCANNED_PAPERS) {
      const held = await this.unitOfWork.read(HeldScanEntity, scanKey(dossierCode, code));
      if (!held) continue;
      const { name, sha256 } = held;
      const { size } = await stat(this.folder.pathOf(sha256));
      attachments.push({ code, name, sha256, size });
    }
    return attachments;
  }
}

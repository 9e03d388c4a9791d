import { Injectable } from '@nestjs/common';
import { type Paper, PapersSupplementedV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { Act } from '../dossiers/dossier-history.rules';
import { Dossiers } from '../dossiers/dossier.repository';
import type { Dossier } from '../dossiers/dossier.state';
import { chainOf, papersBrought } from './chain.rules';

/** Papers for one branch, and what is said about them. */
export interface Supplied {
  readonly branch: string;
  readonly papers: readonly Paper[];
  readonly note?: string;
}

/** Papers that a branch waits for go to the owner of the chain, whoever brought them (O §4.5). */
@Injectable()
export class SupplementPapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
  ) {}

  /** @throws intake.BRANCH_NOT_WAITING, PAPERS_ALREADY_BROUGHT */
  run(dossier: Dossier, { branch, papers, note }: Supplied, act: Act): Dossier {
    const { code, office } = dossier;
    const brought = papersBrought(dossier, branch, act);
    this.dossiers.save(brought);
    this.unitOfWork.send(
      PapersSupplementedV1,
      {
        dossierCode: code,
        subDossierCode: `${code}/${branch}`,
        suppliedAt: instantText(act.at),
        papers,
        ...(note !== undefined && { note }),
      },
      { fromOffice: office, to: [{ member: 'civil-status', office: chainOf(dossier).office }] },
    );
    return brought.dossier;
  }
}

import {
  HealthCardIssuedV1,
  PapersSupplementedV1,
  ResidenceRefusedV1,
  ResidenceRegisteredV1,
  ResidenceSupplementWantedV1,
} from '@lienthong/contracts';
import { HealthCardIssuedHandler } from '../src/answers/health-card-issued.handler';
import { PapersSupplementedHandler } from '../src/answers/papers-supplemented.handler';
import { ResidenceRefusedHandler } from '../src/answers/residence-refused.handler';
import { ResidenceRegisteredHandler } from '../src/answers/residence-registered.handler';
import { ResidenceSupplementWantedHandler } from '../src/answers/residence-supplement-wanted.handler';
import { AT, type CivilStage, DESK } from './civil-status.mother';

export const broughtPapers = [{ kind: 'consent', name: 'Ý kiến của chủ hộ' }];

/** Answers of the agencies of the birth chain, as their examples have them. */
export class Agencies {
  constructor(private readonly civil: CivilStage) {}

  cardIssued(about: string, change: Partial<HealthCardIssuedV1> = {}): Promise<void> {
    const branch = 'health-card';
    return this.civil.answer(HealthCardIssuedHandler, HealthCardIssuedV1, {
      about,
      branch,
      change,
      office: 'bien-hoa',
    });
  }

  residenceRegistered(about: string, office = 'tran-bien'): Promise<void> {
    return this.civil.answer(ResidenceRegisteredHandler, ResidenceRegisteredV1, { about, branch: 'residence', office });
  }

  residenceRefused(about: string, accepted = false): Promise<void> {
    const of = { about, branch: 'residence', change: { accepted }, office: 'tran-bien' };
    return this.civil.answer(ResidenceRefusedHandler, ResidenceRefusedV1, of);
  }

  papersWanted(about: string): Promise<void> {
    const of = { about, branch: 'residence', office: 'tran-bien' };
    return this.civil.answer(ResidenceSupplementWantedHandler, ResidenceSupplementWantedV1, of);
  }

  /** The citizen brings them to the desk. */
  papersBrought(about: string): Promise<void> {
    const body: PapersSupplementedV1 = {
      dossierCode: about,
      subDossierCode: `${about}/residence`,
      suppliedAt: AT,
      papers: broughtPapers,
    };
    return this.civil.stage.handle(PapersSupplementedHandler, { body, sender: 'intake', senderOffice: DESK });
  }
}

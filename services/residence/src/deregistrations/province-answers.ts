import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { DeregistrationRow } from './deregistration.entity';
import { EndResidence } from './end-residence';
import { NationalResidenceGateway, type ProvinceAnswer } from './national-residence.gateway';

const AT_ONCE = 50;
const OPEN = `select dossier_code as code from deregistration where state = 'forwarded' order by since, dossier_code limit $1`;

/** Asks the police of other provinces about what was forwarded to them; the questions are put outside any transaction. */
@Injectable()
export class ProvinceAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gateway: NationalResidenceGateway,
    private readonly residence: EndResidence,
    private readonly clock: Clock,
  ) {}

  /** Returns how many still wait. */
  async collect(): Promise<number> {
    const open = await this.unitOfWork.perform(() => this.forwarded());
    let waiting = 0;
    for (const request of open) {
      const answer = await this.gateway.ask(request);
      if (answer === undefined) waiting += 1;
      else await this.unitOfWork.perform(() => this.take(request.dossierCode, answer));
    }
    return waiting;
  }

  private async forwarded(): Promise<readonly DeregistrationRow[]> {
    const codes = await this.unitOfWork.query<{ code: string }>(OPEN, [AT_ONCE]);
    return Promise.all(
      codes.map(async ({ code }) => (await this.unitOfWork.read(DeregistrationRow, code)) as DeregistrationRow),
    );
  }

  /** Another instance, or a revoked death, may have been faster. */
  private async take(code: string, answer: ProvinceAnswer): Promise<void> {
    const known = await this.unitOfWork.get(DeregistrationRow, code);
    if (known.state !== 'forwarded') return;
    await this.residence.conclude(known, answer, { at: this.clock.now(), by: `province-${known.provinceCode}` });
  }
}

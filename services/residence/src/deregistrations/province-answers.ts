import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { PinoLogger } from 'nestjs-pino';
import { atHome } from '../act';
import { DeregistrationRow } from './deregistration.entity';
import { EndResidence } from './end-residence';
import { NationalResidenceGateway, type ProvinceAnswer } from './national-residence.gateway';

const AT_ONCE = 50;
const FORWARDED = `select dossier_code as code from deregistration
  where state = 'forwarded' and dossier_code > $1 order by dossier_code limit $2`;
const REVOKED = `select dossier_code as code from deregistration
  where state = 'revoked' and province_code is not null and province_told_at is null and dossier_code > $1
  order by dossier_code limit $2`;

/** Asks, and tells, the police of other provinces about what was forwarded to them; outside any transaction. */
@Injectable()
export class ProvinceAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gateway: NationalResidenceGateway,
    private readonly residence: EndResidence,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(ProvinceAnswers.name);
  }

  /** Returns how many still wait. A question that fails is put again and keeps no other waiting. */
  async collect(): Promise<number> {
    let waiting = 0;
    for await (const request of this.all(FORWARDED)) waiting += (await this.isDone(this.ask(request))) ? 0 : 1;
    for await (const request of this.all(REVOKED)) waiting += (await this.isDone(this.tellRevoked(request))) ? 0 : 1;
    return waiting;
  }

  private isDone(question: Promise<boolean>): Promise<boolean> {
    return question.catch((error: unknown) => {
      this.logger.warn({ err: error }, 'the police of another province were not reached; they are asked again');
      return false;
    });
  }

  private async ask(request: DeregistrationRow): Promise<boolean> {
    const answer = await this.gateway.ask(request);
    if (answer !== undefined) await this.unitOfWork.perform(() => this.take(request.dossierCode, answer));
    return answer !== undefined;
  }

  private async tellRevoked(request: DeregistrationRow): Promise<boolean> {
    const isConfirmed = await this.gateway.revoke(request);
    if (isConfirmed) await this.unitOfWork.perform(() => this.confirmed(request.dossierCode));
    return isConfirmed;
  }

  private async *all(rows: string): AsyncGenerator<DeregistrationRow> {
    for (let after = ''; ;) {
      const page = await this.unitOfWork.perform(() => this.page(rows, after));
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < AT_ONCE) return;
      after = last.dossierCode;
    }
  }

  private async page(rows: string, after: string): Promise<readonly DeregistrationRow[]> {
    const codes = await this.unitOfWork.query<{ code: string }>(rows, [after, AT_ONCE]);
    return Promise.all(
      codes.map(async ({ code }) => (await this.unitOfWork.read(DeregistrationRow, code)) as DeregistrationRow),
    );
  }

  private async confirmed(code: string): Promise<void> {
    const known = await this.unitOfWork.get(DeregistrationRow, code);
    this.unitOfWork.save(DeregistrationRow, { ...known, provinceToldAt: this.clock.now() });
  }

  /** Another instance, or a revoked death, may have been faster. */
  private async take(code: string, answer: ProvinceAnswer): Promise<void> {
    const known = await this.unitOfWork.get(DeregistrationRow, code);
    if (known.state !== 'forwarded') return;
    const at = this.clock.now();
    await this.residence.conclude(atHome(known, at), answer, { at, by: `province-${known.provinceCode}` });
  }
}

import { Injectable } from '@nestjs/common';
import { AppError } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TimerBook, type Woken } from '@lienthong/service-host';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import type { CivilChain } from '../chains/civil-chain.state';
import { NumberArrived } from '../chains/number-arrived';
import { NumberAllocationEntity } from './number-allocation.entity';
import { takeAnswers, toReport } from './number-allocation.rules';
import { type NumberAnswer, PopulationDatabase } from './population-database';
import { NumberTimes } from './number-times';
import { NUMBER_TIMER } from './want-number';

/**
 * Gets the personal number: asks by dossier code first, and for a new one only when there is none. Once one is in use it looks
 * again for those that came late, ever more seldom for a day, and reports them. Nothing is asked inside a transaction.
 */
@Injectable()
export class ObtainNumber {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly population: PopulationDatabase,
    private readonly timers: TimerBook,
    private readonly arrived: NumberArrived,
    private readonly settings: NumberTimes,
  ) {}

  async wake({ subject: dossierCode, attempts }: Woken): Promise<void> {
    const before = await this.unitOfWork.perform(() => this.unitOfWork.read(NumberAllocationEntity, dossierCode));
    if (!before) return;
    const answers = await this.ask(before).catch(awayOrThrow);
    const after = await this.unitOfWork.perform(() => this.take(dossierCode, answers, attempts));
    await this.report(after);
  }

  private async ask({
    dossierCode,
    wanted,
    number,
    refusedFor,
  }: NumberAllocationEntity): Promise<readonly NumberAnswer[]> {
    const given = await this.population.given(dossierCode);
    if (given.length > 0 || number !== undefined || refusedFor !== undefined) return given;
    return this.population.allocate(wanted);
  }

  /** Without an answer the dossier stays where it is, and it is asked again later (O §4.5 number allocation fails). */
  private async take(
    dossierCode: string,
    answers: readonly NumberAnswer[] | undefined,
    attempts: number,
  ): Promise<NumberAllocationEntity> {
    const before = await this.unitOfWork.get(NumberAllocationEntity, dossierCode);
    const heard = await this.withoutReturning(answers ?? []);
    const after = { ...before, ...takeAnswers(before, heard), attempts: before.attempts + 1 };
    this.unitOfWork.save(NumberAllocationEntity, after);
    const wasSettled = isSettled(before);
    if (wasSettled || !isSettled(after)) await this.wakeAgain(after, attempts);
    else await this.timers.set(NUMBER_TIMER, dossierCode, this.settings.firstLook());
    const at = this.settings.now();
    if (!wasSettled && after.number !== undefined) await this.arrived.obtained(dossierCode, after.number, at);
    if (!wasSettled && after.refusedFor !== undefined) await this.arrived.refused(dossierCode, after.refusedFor, at);
    return after;
  }

  /** The number of an own dossier that has ended is on its way back: it refuses nobody, and the database is asked again. */
  private async withoutReturning(answers: readonly NumberAnswer[]): Promise<readonly NumberAnswer[]> {
    const heard: NumberAnswer[] = [];
    for (const answer of answers) {
      const first =
        answer.kind === 'refused' && (await this.unitOfWork.read(CivilChainEntity, answer.firstDossierCode));
      if (!first || !hasEndedWithoutAct(first)) heard.push(answer);
    }
    return heard;
  }

  private async wakeAgain(allocation: NumberAllocationEntity, attempts: number): Promise<void> {
    const { dossierCode } = allocation;
    const isQuiet = isSettled(allocation) && toReport(allocation).length === 0;
    const at = isQuiet ? this.settings.nextLook(attempts) : this.settings.again(attempts);
    if (at) await this.timers.again(NUMBER_TIMER, dossierCode, at);
    else await this.timers.clear(NUMBER_TIMER, dossierCode);
  }

  private async report(allocation: NumberAllocationEntity): Promise<void> {
    const numbers = toReport(allocation);
    if (numbers.length === 0) return;
    const { dossierCode } = allocation;
    await this.population.reportUnused(dossierCode, numbers);
    await this.unitOfWork.perform(async () => {
      const known = await this.unitOfWork.get(NumberAllocationEntity, dossierCode);
      this.unitOfWork.save(NumberAllocationEntity, {
        ...known,
        reported: [...new Set([...known.reported, ...numbers])],
      });
    });
  }
}

/** The database does not answer: it is asked again. Anything else is a fault, and somebody has to look. */
function awayOrThrow(error: unknown): undefined {
  if (error instanceof AppError && error.kind === 'transient') return undefined;
  throw error;
}

function hasEndedWithoutAct({ status, birthRecord }: CivilChain): boolean {
  return (status === 'stopped' || status === 'refused') && birthRecord === undefined;
}

function isSettled({ number, refusedFor }: NumberAllocationEntity): boolean {
  return number !== undefined || refusedFor !== undefined;
}

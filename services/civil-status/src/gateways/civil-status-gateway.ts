import type { BirthRecord, DeathRecord } from '@lienthong/contracts';
import type { CivilChain } from '../chains/civil-chain.state';

/** The legal act that a chain has brought about. */
export interface RegisteredAct {
  readonly birth?: BirthRecord;
  readonly death?: DeathRecord;
}

/**
 * The road between the one-stop software and the registrar: our bus. What comes through the national interlinked software
 * (phần mềm DVCLT, since NĐ 63/2024) reaches the one-stop desk, as the field has it. All is recorded in the unit of work.
 */
export abstract class CivilStatusGateway {
  /** The whole picture after each change. */
  abstract progressed(chain: CivilChain, at: Date): Promise<void>;
  /** The act stands in the register. */
  abstract registered(chain: CivilChain, act: RegisteredAct): Promise<void>;
  /** The chain has ended, with all its results. */
  abstract concluded(chain: CivilChain, at: Date): Promise<void>;
}

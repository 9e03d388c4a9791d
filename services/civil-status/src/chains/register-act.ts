import { Injectable } from '@nestjs/common';
import {
  type BirthRecord,
  BirthRegisteredV1,
  type DeathRecord,
  DeathRegisteredV1,
  type RegisterEntry,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { StepPolicies } from '@lienthong/service-host';
import { RegisterBooks } from '../books/register-books';
import { CivilStatusGateway } from '../gateways/civil-status-gateway';
import { RegisterEntryEntity } from '../registers/register-entry.entity';
import { type Act, leaderOf } from './act';
import { ChainRun } from './chain-run';
import { noted, requireStatus } from './chain.rules';
import type { CivilChain } from './civil-chain.state';
import { birthRecord, deathRecord, registeredBranch, registerEntry } from './register-act.rules';
import { steps } from './steps.data';

/** The pivot of both chains: the leader signs, the act stands in the book, and the other agencies are asked. */
@Injectable()
export class RegisterAct {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: RegisterBooks,
    private readonly run: ChainRun,
    private readonly policies: StepPolicies,
    private readonly gateway: CivilStatusGateway,
  ) {}

  async sign(chain: CivilChain, act: Act): Promise<CivilChain> {
    requireStatus(chain, 'register', 'drafted');
    const on = localDate(act.at);
    const entry = registerEntry(chain, await this.books.draw(chain.kind, chain.office, on), on);
    const records = chain.birth ? { birth: birthRecord(chain, entry) } : { death: deathRecord(chain, entry) };
    this.enter(chain, { entry, ...records }, act);
    return this.told(chain, { entry, ...records }, act);
  }

  async whenAutomatic(chain: CivilChain, act: Act): Promise<CivilChain> {
    const leader = leaderOf(chain.office);
    const waits = chain.status !== 'drafted' || chain.checkedBy === leader;
    if (waits || !(await this.policies.isAutomatic(steps.register))) return chain;
    return this.sign(chain, { ...act, by: leader });
  }

  /** The act is known: the one-stop desk is told, and the branches begin. Also for an act that was registered before. */
  async told(chain: CivilChain, { entry, birth, death }: Registered, act: Act): Promise<CivilChain> {
    const registered = noted(
      {
        ...chain,
        ...(birth && { birthRecord: birth, personalNumber: birth.personalIdentificationNumber }),
        ...(death && { deathRecord: death }),
      },
      act,
      { what: 'registered' },
    );
    const done = { ...registered, branches: registeredBranch(registered, entry) };
    this.gateway.registered(done, { ...(birth && { birth }), ...(death && { death }) });
    const { type } = birth ? messageOf(BirthRegisteredV1) : messageOf(DeathRegisteredV1);
    return this.run.take(done, { kind: 'message', type, at: act.at }, act);
  }

  private enter(chain: CivilChain, { entry, birth, death }: Registered, act: Act): void {
    const { dossierCode, kind, office } = chain;
    const personalNumber = birth?.personalIdentificationNumber ?? death?.deceased.personalIdentificationNumber;
    this.unitOfWork.save(RegisterEntryEntity, {
      dossierCode,
      kind,
      office,
      registrationNumber: entry.registrationNumber,
      book: entry.book,
      page: entry.page,
      ...(personalNumber !== undefined && { personalNumber }),
      signedBy: act.by,
      ...(act.name !== undefined && { signerName: act.name }),
      ...(birth && { birth }),
      ...(death && { death }),
      notes: [],
    });
  }
}

interface Registered {
  readonly entry: RegisterEntry;
  readonly birth?: BirthRecord;
  readonly death?: DeathRecord;
}

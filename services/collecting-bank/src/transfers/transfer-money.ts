import { Clock } from '@lienthong/kernel';
import {
  CreditAdviceV1,
  type Office,
  officeByTreasuryCode,
  UnassignedCreditAdvisedV1,
  UnassignedCreditAdvisedV2,
  versionForPayers,
} from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks, TimerBook } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { BankConfig } from '../collecting-bank.config';
import { bankErrors } from '../collecting-bank.errors';
import { Voucher } from '../payments/voucher.entity';
import { creditAdvice, isAssigned, unassignedCredit } from '../payments/voucher.rules';

export const LATE_TRANSFER_TIMER = 'late-transfer';

/** M33: the money of a voucher moves to the treasury's bank, and the treasury is advised of it (M35). */
@Injectable()
export class TransferMoney {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly tasks: DeskTasks,
    private readonly config: BankConfig,
    private readonly clock: Clock,
  ) {}

  /** The voucher with its money on the way; the caller saves it. */
  transferred(voucher: Voucher): Voucher {
    if (voucher.transferredAt) throw bankErrors.ALREADY_TRANSFERRED({ reference: voucher.reference });
    const at = this.clock.now();
    const treasury = known(officeByTreasuryCode(voucher.treasuryCode, voucher.debitDate), voucher.treasuryCode);
    const route = {
      fromOffice: voucher.office,
      to: [{ member: treasury.member, office: treasury.id }],
      ...(voucher.causeId ? { causationId: voucher.causeId } : {}),
    };
    const { bankCode } = this.config;
    if (isAssigned(voucher)) this.unitOfWork.send(CreditAdviceV1, creditAdvice(voucher, bankCode, at), route);
    else {
      const version = versionForPayers([voucher.payerNumber], UnassignedCreditAdvisedV1, UnassignedCreditAdvisedV2);
      this.unitOfWork.send(version, unassignedCredit(voucher, bankCode, at), route);
    }
    return { ...voucher, transferredAt: at };
  }

  /** Money that a person sends: somebody is told when it is late. */
  async watch({ reference, transferBy }: Voucher): Promise<void> {
    await this.timers.set(LATE_TRANSFER_TIMER, reference, transferBy);
  }

  /** T19 has passed; the bank bears the interest of what is late (NĐ 252/2026 Đ61). */
  async late(reference: string): Promise<void> {
    const voucher = await this.unitOfWork.get(Voucher, reference);
    await this.timers.clear(LATE_TRANSFER_TIMER, reference);
    if (voucher.transferredAt) return;
    const text = `Chậm chuyển tiền vào Kho bạc: số tham chiếu ${reference}.`;
    this.tasks.open({ kind: 'late', office: voucher.office, dossierCode: reference, text });
  }
}

function known(office: Office | undefined, code: string): Office {
  if (!office) throw bankErrors.OFFICE_UNKNOWN({ code });
  return office;
}

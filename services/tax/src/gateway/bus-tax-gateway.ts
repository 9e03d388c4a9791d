import {
  NothingDueV1,
  NothingDueV2,
  ObligationFulfilledV1,
  ObligationFulfilledV2,
  PaymentNoticesIssuedV1,
  PaymentNoticesIssuedV2,
  PaymentNoticesWithdrawnV1,
  TransferSlipAcceptedV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  versionForNotices,
  versionForPayers,
} from '@lienthong/contracts';
import { type SendOptions, UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { TaxGateway } from './tax-gateway';

/** The road of the reference installation: our bus, in the transaction of what is said. */
@Injectable()
export class BusTaxGateway extends TaxGateway {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  slipReceived(body: TransferSlipReceivedV1, route: SendOptions): void {
    this.unitOfWork.send(TransferSlipReceivedV1, body, route);
  }

  slipAccepted(body: TransferSlipAcceptedV1, route: SendOptions): void {
    this.unitOfWork.send(TransferSlipAcceptedV1, body, route);
  }

  slipReturned(body: TransferSlipReturnedV1, route: SendOptions): void {
    this.unitOfWork.send(TransferSlipReturnedV1, body, route);
  }

  noticesIssued(body: PaymentNoticesIssuedV1, route: SendOptions): void {
    const { notices: told, exemptions = [] } = body;
    const payerNumbers = [...told.flatMap(({ rows }) => rows), ...exemptions].map(payerNumberOf);
    const version = versionForNotices({ payerNumbers, told }, PaymentNoticesIssuedV1, PaymentNoticesIssuedV2);
    this.unitOfWork.send(version, body, route);
  }

  noticesWithdrawn(body: PaymentNoticesWithdrawnV1, route: SendOptions): void {
    this.unitOfWork.send(PaymentNoticesWithdrawnV1, body, route);
  }

  nothingDue(body: NothingDueV1, route: SendOptions): void {
    const numbers = [...body.exemptions, ...(body.deferredItems ?? [])].map(payerNumberOf);
    this.unitOfWork.send(versionForPayers(numbers, NothingDueV1, NothingDueV2), body, route);
  }

  obligationFulfilled(body: ObligationFulfilledV1, route: SendOptions): void {
    const numbers = (body.deferredItems ?? []).map(payerNumberOf);
    this.unitOfWork.send(versionForPayers(numbers, ObligationFulfilledV1, ObligationFulfilledV2), body, route);
  }
}

function payerNumberOf({ payerNumber }: { readonly payerNumber: string }): string {
  return payerNumber;
}

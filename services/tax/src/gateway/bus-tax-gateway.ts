import {
  fitFirstVersion,
  NothingDueV1,
  ObligationFulfilledV1,
  PaymentNoticesIssuedV1,
  PaymentNoticesIssuedV2,
  PaymentNoticesWithdrawnV1,
  TransferSlipAcceptedV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
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

  noticesIssued(body: PaymentNoticesIssuedV2, route: SendOptions): void {
    const { notices } = body;
    if (fitFirstVersion(notices)) this.unitOfWork.send(PaymentNoticesIssuedV1, { ...body, notices }, route);
    else this.unitOfWork.send(PaymentNoticesIssuedV2, body, route);
  }

  noticesWithdrawn(body: PaymentNoticesWithdrawnV1, route: SendOptions): void {
    this.unitOfWork.send(PaymentNoticesWithdrawnV1, body, route);
  }

  nothingDue(body: NothingDueV1, route: SendOptions): void {
    this.unitOfWork.send(NothingDueV1, body, route);
  }

  obligationFulfilled(body: ObligationFulfilledV1, route: SendOptions): void {
    this.unitOfWork.send(ObligationFulfilledV1, body, route);
  }
}

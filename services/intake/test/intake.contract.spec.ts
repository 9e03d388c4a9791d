import {
  BirthDeclaredV1,
  BirthRegisteredV1,
  ChainConcludedV1,
  ChainProgressedV1,
  DeathDeclaredV1,
  DeathRegisteredV1,
  DeathRevokedV1,
  PapersSupplementedV1,
  DossierForwardedV1,
  DossierReceivedV1,
  DossierStatusAskedV1,
  DossierStatusToldV1,
  DebtNoticedV1,
  LateInterestChargedV1,
  NothingDueV1,
  ObligationFulfilledV1,
  OverpaymentRecordedV1,
  PaymentNoticesWithdrawnV1,
  ProcessingConcludedV1,
  ProgressChangedV1,
  ResultHandedOverV1,
  TaxResultsAvailableV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'intake',
  sends: [DossierForwardedV1, BirthDeclaredV1, DeathDeclaredV1, PapersSupplementedV1, ResultHandedOverV1],
  receives: [
    DossierReceivedV1,
    ProgressChangedV1,
    TaxResultsAvailableV1,
    NothingDueV1,
    PaymentNoticesWithdrawnV1,
    ObligationFulfilledV1,
    OverpaymentRecordedV1,
    LateInterestChargedV1,
    DebtNoticedV1,
    ProcessingConcludedV1,
    ChainProgressedV1,
    BirthRegisteredV1,
    DeathRegisteredV1,
    ChainConcludedV1,
    DeathRevokedV1,
  ],
});

// granted by the operators' acts to each member that asks, to nobody at first
describeContract({ sends: [DossierStatusToldV1], receives: [DossierStatusAskedV1] });

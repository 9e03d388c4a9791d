import { hostMigrations } from '@lienthong/service-host/migrator';
import { CarryPendingLeaves1767571200000 } from './carry-pending-leaves.migration';
import { CountToldAnswers1767660800000 } from './count-told-answers.migration';
import { CreateActs1767313000000 } from './create-acts.migration';
import { CreateExchange1767312200000 } from './create-exchange.migration';
import { CreateLog1767312100000 } from './create-log.migration';
import { CreateReplay1767573210000 } from './create-replay.migration';
import { CreateReconciliation1767573220000 } from './create-reconciliation.migration';
import { CreateRegistry1767312000000 } from './create-registry.migration';
import { ExpirePayloads1767660900000 } from './expire-payloads.migration';
import { GovernRegistry1767313001000 } from './govern-registry.migration';
import { HttpMembers1767313100000 } from './http-members.migration';
import { IndexHoldingDeliveries1767484900000 } from './index-holding-deliveries.migration';
import { IrreversibleActs1767660500000 } from './irreversible-acts.migration';
import { KeepDeliveryWords1767573200000 } from './keep-delivery-words.migration';
import { CreateRestoration1767573240000 } from './create-restoration.migration';
import { LeaseAnswers1767660300000 } from './lease-answers.migration';
import { NotHandledNotices1767660400000 } from './not-handled-notices.migration';
import { NotHandledTold1767657600000 } from './not-handled-told.migration';
import { RestoreAside1767660100000 } from './restore-aside.migration';
import { ShareWebhookBreakers1767660200000 } from './share-webhook-breakers.migration';
import { TellKeysInPieces1767661800000 } from './tell-keys-in-pieces.migration';
import { StoreFiles1767313300000 } from './store-files.migration';
import { WidenRegistry1767313002000 } from './widen-registry.migration';
import { NoteKeys1767313004000 } from './note-keys.migration';
import { VoidDeliveries1767484800000 } from './void-deliveries.migration';

/** In the order in which they run. */
export const busMigrations = [
  CreateRegistry1767312000000,
  CreateLog1767312100000,
  CreateExchange1767312200000,
  CreateActs1767313000000,
  GovernRegistry1767313001000,
  WidenRegistry1767313002000,
  NoteKeys1767313004000,
  HttpMembers1767313100000,
  StoreFiles1767313300000,
  VoidDeliveries1767484800000,
  IndexHoldingDeliveries1767484900000,
  CarryPendingLeaves1767571200000,
  KeepDeliveryWords1767573200000,
  CreateReplay1767573210000,
  CreateReconciliation1767573220000,
  CreateRestoration1767573240000,
  NotHandledTold1767657600000,
  RestoreAside1767660100000,
  ShareWebhookBreakers1767660200000,
  LeaseAnswers1767660300000,
  NotHandledNotices1767660400000,
  IrreversibleActs1767660500000,
  CountToldAnswers1767660800000,
  ExpirePayloads1767660900000,
  TellKeysInPieces1767661800000,
];

export const migrations = [...hostMigrations, ...busMigrations];

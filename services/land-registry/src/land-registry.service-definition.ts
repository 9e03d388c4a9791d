import { MessageFailureEntity } from '@lienthong/messaging';
import {
  DeskTaskEntity,
  hostEntities,
  NumberSeries,
  PaperReading,
  type ServiceDefinition,
  Timer,
} from '@lienthong/service-host';
import { desk } from './desk.data';
import { RegisterEntryEntity } from './certificates/register-entry.entity';
import { RevenueCopyEntity } from './certificates/revenue-copy.entity';
import { DebtCaseEntity } from './debts/debt-case.entity';
import { DeferredDebtEntity } from './deferrals/deferred-debt.entity';
import { LandDossierEntity } from './dossiers/land-dossier.entity';
import { LandRegistryConfig } from './land-registry.config';
import { LandRegistryModule } from './land-registry.module';
import { migrations } from './migrations';
import { TaxNoteEntity } from './notices/tax-note.entity';
import { ParcelEntity } from './parcels/parcel.entity';
import { PricePositionEntity } from './prices/price-position.entity';
import { HeldScanEntity } from './scans/held-scan.entity';
import { ScanRequestEntity } from './scans/scan-request.entity';
import { SentSlip } from './slips/sent-slip.entity';
import { TaxPollEntity } from './tax-polls/tax-poll.entity';

export const landRegistryService: ServiceDefinition = {
  member: 'land-registry',
  title: 'Liên Thông – văn phòng đăng ký đất đai (land registration office)',
  module: LandRegistryModule,
  config: LandRegistryConfig,
  entities: [
    ...hostEntities,
    DeskTaskEntity,
    MessageFailureEntity,
    HeldScanEntity,
    LandDossierEntity,
    NumberSeries,
    PaperReading,
    ParcelEntity,
    PricePositionEntity,
    RegisterEntryEntity,
    RevenueCopyEntity,
    ScanRequestEntity,
    SentSlip,
    TaxNoteEntity,
    DebtCaseEntity,
    DeferredDebtEntity,
    TaxPollEntity,
    Timer,
  ],
  migrations,
  steps: { check: 'automatic-when-clean', 'sign-slip': 'manual', 'sign-certificate': 'automatic-when-clean' },
  desk,
  tasksOf: ['land-officer', 'land-leader', 'agency-leader'],
};

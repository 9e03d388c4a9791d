import { MessageFailureEntity } from '@lienthong/messaging';
import {
  DeskTaskEntity,
  hostEntities,
  NumberSeries,
  ServiceConfig,
  type ServiceDefinition,
} from '@lienthong/service-host';
import { RegisterEntryEntity } from './certificates/register-entry.entity';
import { RevenueCopyEntity } from './certificates/revenue-copy.entity';
import { LandDossierEntity } from './dossiers/land-dossier.entity';
import { LandRegistryModule } from './land-registry.module';
import { migrations } from './migrations';
import { ParcelEntity } from './parcels/parcel.entity';
import { PricePositionEntity } from './prices/price-position.entity';
import { workList } from './work-list.data';

export const landRegistryService: ServiceDefinition = {
  member: 'land-registry',
  title: 'Liên Thông – văn phòng đăng ký đất đai (land registration office)',
  module: LandRegistryModule,
  config: ServiceConfig,
  entities: [
    ...hostEntities,
    DeskTaskEntity,
    MessageFailureEntity,
    LandDossierEntity,
    NumberSeries,
    ParcelEntity,
    PricePositionEntity,
    RegisterEntryEntity,
    RevenueCopyEntity,
  ],
  migrations,
  steps: { check: 'automatic-when-clean', 'sign-slip': 'manual', 'sign-certificate': 'automatic-when-clean' },
  workList,
  tasksOf: ['land-officer', 'land-leader', 'agency-leader'],
};

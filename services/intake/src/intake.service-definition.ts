import { hostEntities, NumberSeries, ServiceConfig, type ServiceDefinition } from '@lienthong/service-host';
import { DeclaredActEntity } from './civil/declared-act.entity';
import { DossierChangeEntity } from './dossiers/dossier-change.entity';
import { DossierEntity } from './dossiers/dossier.entity';
import { IntakeModule } from './intake.module';
import { migrations } from './migrations';
import { workList } from './work-list.data';

export const intakeService: ServiceDefinition = {
  member: 'intake',
  title: 'Liên Thông – một cửa (one-stop desk)',
  module: IntakeModule,
  config: ServiceConfig,
  entities: [...hostEntities, DossierEntity, DossierChangeEntity, NumberSeries, DeclaredActEntity],
  migrations,
  steps: { forward: 'automatic-when-clean', 'hand-over': 'manual' },
  workList,
};

import { MessageFailureEntity } from '@lienthong/messaging';
import { DeskTaskEntity, hostEntities, NumberSeries, type ServiceDefinition } from '@lienthong/service-host';
import { CitizenNoticeEntity } from './citizen-notices/citizen-notice.entity';
import { desk } from './desk.data';
import { DeclaredActEntity } from './civil/declared-act.entity';
import { DossierChangeEntity } from './dossiers/dossier-change.entity';
import { DossierEntity } from './dossiers/dossier.entity';
import { IntakeConfig } from './intake.config';
import { IntakeModule } from './intake.module';
import { InterlinkedDossierEntity } from './interlinked/interlinked-dossier.entity';
import { migrations } from './migrations';

export const intakeService: ServiceDefinition = {
  member: 'intake',
  title: 'Liên Thông – một cửa (one-stop desk)',
  module: IntakeModule,
  config: IntakeConfig,
  entities: [
    ...hostEntities,
    DeskTaskEntity,
    MessageFailureEntity,
    DossierEntity,
    DossierChangeEntity,
    CitizenNoticeEntity,
    NumberSeries,
    DeclaredActEntity,
    InterlinkedDossierEntity,
  ],
  migrations,
  steps: { forward: 'automatic-when-clean', 'hand-over': 'manual' },
  desk,
  tasksOf: ['desk-clerk', 'agency-leader'],
};

import {
  checkDossier,
  collectDocument,
  type DemoDocument,
  deriveDossier,
  type DossierFile,
  playDossiers,
  registerParcels,
  setPolicies,
  TopicReader,
} from '../../../tools/demo/src';
import type { E2eStack } from './e2e-stack';
import { w2Data } from './w2.mother';

let stories = 0;

/** The W2 dossier with its own parcel and persons, so that the stories of one stack do not meet. */
export function freshDossier(businessDate: string, data: unknown = w2Data()): DossierFile {
  stories += 1;
  return deriveDossier(checkDossier(data, businessDate), { index: stories, tag: 's' });
}

/** Plays dossiers with a person at each manual step (or none), and collects what everybody says about them. */
export async function playStory(
  e2e: E2eStack,
  files: readonly DossierFile[],
  automatic: boolean,
): Promise<DemoDocument> {
  const { access } = e2e;
  const agencies = e2e.agencies();
  const offices = e2e.offices(files[0]?.parcels[0]?.communeCode ?? '');
  const topics = new TopicReader(access, access.topicPrefix);
  const startedAt = performance.now();
  await topics.open();
  try {
    await setPolicies(agencies, offices, automatic);
    await registerParcels(agencies, offices, files);
    const dossiers = await playDossiers({ agencies, offices, files, automatic, onProgress: () => undefined });
    const elapsedMs = Math.round(performance.now() - startedAt);
    return await collectDocument({ access, agencies, offices, dossiers, topics, elapsedMs });
  } finally {
    await topics.close();
  }
}

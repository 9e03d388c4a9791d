import type { ChainResult, SubDossier } from '@lienthong/contracts';
import type { DossierView, PlayedDossier } from '../play/played-dossier';
import type { TimelineRow } from '../report/demo-document';
import type { InfrastructureNote } from '../stack-access';
import type { CivilFile } from './civil-file';

export type CivilDossier = PlayedDossier<CivilFile>;

/** What intake tells about a civil dossier. */
export interface CivilView extends DossierView {
  readonly channel: string;
  readonly acceptedAt: string;
  readonly appointmentAt: string;
  readonly outcome?: string;
  readonly registered?: {
    readonly registrationNumber: string;
    readonly book: string;
    readonly page: number;
    readonly registeredOn: string;
    readonly personalIdentificationNumber?: string;
  };
  readonly subDossiers: readonly SubDossier[];
  readonly results: readonly ChainResult[];
}

/** A message of the chain; messages of a branch name it. */
export interface CivilTimelineRow extends TimelineRow {
  readonly branch?: string;
}

export interface CivilReport {
  readonly code: string;
  readonly procedure: string;
  readonly states: readonly number[];
  readonly state: number | null;
  readonly stateName: string;
  readonly appointmentAt?: string;
  readonly outcome?: string;
  readonly reason?: string;
  readonly registered?: CivilView['registered'];
  readonly subDossiers: readonly SubDossier[];
  readonly results: readonly ChainResult[];
  readonly elapsedMs: number;
  readonly failure?: string;
  readonly timeline: readonly CivilTimelineRow[];
}

/** The document of `--json` for a chain of civil status, version 1. */
export interface CivilDocument {
  readonly version: 1;
  readonly kind: 'birth' | 'death';
  readonly scenario: string;
  readonly at: string;
  readonly infrastructure: InfrastructureNote;
  readonly dossiers: readonly CivilReport[];
  readonly totals: {
    readonly dossiers: number;
    /** Reached state 10 with the outcome of the scenario. */
    readonly completed: number;
    readonly failed: number;
    readonly messages: number;
    readonly parked: number;
  };
  readonly elapsedMs: number;
}

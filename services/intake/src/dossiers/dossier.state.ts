import type {
  BirthDeclaration,
  Certificate,
  ChainConcludedV1,
  ChainResult,
  Contract,
  ConveyanceKind,
  DeathDeclaration,
  EncumbranceConsent,
  IssuedCertificate,
  LandParcel,
  LandRequest,
  PapersWantedV1,
  Party,
  ProcessingConcludedV1,
  RefilingWantedV1,
  SlipClaim,
  SubDossier,
  Submitter,
  TaxResult,
} from '@lienthong/contracts';
import type { NationalStateCode, StateHistory } from '@lienthong/procedures';

/** What a dossier is about. */
export type DossierKind = 'land' | 'birth' | 'death';

/** The way by which it came. */
export type Channel = 'desk' | 'online' | 'post' | 'land-office';

/** What the citizen handed in, by the kind of the dossier. */
export interface ContentOf {
  readonly land: LandTransfer | LandRequest;
  readonly birth: BirthDeclaration;
  readonly death: DeathDeclaration;
}

/** The papers of a conveyance: transfer (where it says nothing else), inheritance or gift. */
export interface LandTransfer {
  readonly changeKind?: ConveyanceKind;
  readonly sellers: readonly Party[];
  readonly buyers: readonly Party[];
  readonly parcels: readonly LandParcel[];
  readonly contract: Contract;
  readonly certificate: Certificate;
  readonly newCertificateRequested: boolean;
  readonly submitter: Submitter;
  /** Of encumbrances that stay on the parcel (R5). */
  readonly consents?: readonly EncumbranceConsent[];
  /** A deregistration that was filed together with this dossier (R5). */
  readonly filedWith?: string;
  /** Exemptions that the parties claim. */
  readonly claims?: readonly SlipClaim[];
}

/** A change without another owner, not a conveyance. */
export function isLandRequest(content: ContentOf['land']): content is LandRequest {
  return 'owners' in content;
}

/** How the land office, or the owner of the chain, ended its work. */
export interface Outcome {
  readonly kind: ProcessingConcludedV1['outcome'] | ChainConcludedV1['outcome'] | 'refiled';
  readonly concludedAt: string;
  /** Of a chain: what the citizen gets. */
  readonly results?: readonly ChainResult[];
  /** The dossier that has this birth or death already. */
  readonly firstDossierCode?: string;
  readonly certificate?: IssuedCertificate;
  readonly reason?: string;
  readonly documentNumber?: string;
}

/** The act that is the pivot of a chain, as it stands in the register. */
export interface RegisteredAct {
  readonly registrationNumber: string;
  readonly book: string;
  readonly page: number;
  readonly registeredOn: string;
  readonly personalIdentificationNumber?: string;
  /** The registration was cancelled: the person is alive. */
  readonly revoked?: { readonly revokedOn: string; readonly decisionNumber: string; readonly reason: string };
}

/** What is known of the chain of a civil dossier; its owner runs it, intake only follows. */
export interface Chain {
  /** The civil-status office that it was forwarded to. */
  readonly office: string;
  /** Instant of the last picture taken over; an older one changes nothing. */
  readonly at?: string;
  readonly subDossiers: readonly SubDossier[];
  /** Branches whose wanted papers were brought, until a picture shows what came of it. */
  readonly papersBrought?: readonly string[];
  readonly registered?: RegisteredAct;
}

/** A time during which the agency's clock stands, with the appointment before and after it (NgayHenTraTruoc, NgayHenTraMoi). */
export interface ClockPause {
  /** Papers that the citizen has to bring; or tax office, bank and treasury, whose time is not the land office's. */
  readonly cause: 'papers' | 'tax';
  readonly from: string;
  readonly to?: string;
  readonly appointmentBefore: string;
  readonly appointmentAfter?: string;
}

/** Papers that the land office wants (M04), and when they were brought (M05). */
export interface PapersRequest extends Omit<PapersWantedV1, 'dossierCode'> {
  readonly suppliedAt?: string;
  /** When the land office said that it has them. */
  readonly receivedAt?: string;
}

/** The land office says that the dossier was filed wrong (M06), and under which code it was filed anew. */
export interface Refiling extends Pick<RefilingWantedV1, 'cause' | 'procedure' | 'reason' | 'wantedAt'> {
  readonly refiledAs?: string;
}

/** A dossier at the one-stop desk, in one of the ten national states. */
export interface Dossier {
  readonly code: string;
  readonly office: string;
  readonly kind: DossierKind;
  readonly channel: Channel;
  readonly procedure: string;
  /** Version of the procedure it was accepted under; it stays with the dossier. */
  readonly ruleVersion: string;
  readonly state: NationalStateCode;
  /** Every state it has been in, oldest first; only ever grows. */
  readonly states: StateHistory;
  readonly content: ContentOf[DossierKind];
  readonly acceptedBy: string;
  readonly acceptedAt: Date;
  readonly appointmentAt: Date;
  /** The land office it was forwarded to. */
  readonly landOffice?: string;
  /** Of a civil dossier, since it was forwarded. */
  readonly chain?: Chain;
  readonly receiptNumber?: string;
  /** The tax office has the slip since then (M11); gone again when it is returned. */
  readonly atTax?: { readonly office: string; readonly since: string };
  readonly results: readonly TaxResult[];
  /** Withdrawn by the tax office (M23); what comes of them afterwards asks nobody for money. */
  readonly withdrawnNotices?: readonly string[];
  readonly fulfilledOn?: string;
  readonly outcome?: Outcome;
  readonly pauses?: readonly ClockPause[];
  readonly papersRequest?: PapersRequest;
  readonly refiling?: Refiling;
  /** The dossier that was filed wrong, whose place this one takes. */
  readonly refiledFrom?: string;
  readonly receiverName?: string;
  /** Number of changes written to its history. */
  readonly changes: number;
  /** The message that brought the work that waits now, if one did. */
  readonly workMessageId?: string;
  /** Since when it is in its state. */
  readonly since: Date;
}

/** One line of the history of a dossier. `progress` notes a step at another agency and leaves the state as it is. */
export interface DossierChange {
  /** <dossier code>|<number> */
  readonly key: string;
  readonly dossierCode: string;
  readonly number: number;
  readonly kind: 'state' | 'progress';
  readonly state: NationalStateCode;
  readonly at: Date;
  readonly by: string;
  readonly messageId?: string;
  readonly ruleVersion: string;
  readonly reason?: string;
}

/** A dossier after a decision, with the history lines that the decision adds. */
export interface Decided {
  readonly dossier: Dossier;
  readonly changes: readonly DossierChange[];
}

/** What was handed in with a dossier of this kind. */
export function contentOf<K extends DossierKind>({ kind, code, content }: Dossier, wanted: K): ContentOf[K] {
  if (kind !== wanted) throw new Error(`dossier ${code} is of kind ${kind}, not ${wanted}`);
  return content as ContentOf[K];
}

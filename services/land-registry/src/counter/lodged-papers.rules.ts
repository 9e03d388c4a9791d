import type { DossierForwardedV1 } from '@lienthong/contracts';
import type { FieldFault, LocalDate } from '@lienthong/kernel';
import { acceptanceFaults, requestFaults } from '@lienthong/procedures';
import { contentOfRequest, type DossierFrame } from '../requests/request-content.rules';
import type { LodgeDossierRequest } from './lodge-dossier.request';

/** By the rules of the one-stop desk: papers of one thing, and everything in which they break a rule. */
export function lodgedFaults(
  { procedure, conveyance, request }: LodgeDossierRequest,
  on: LocalDate,
): readonly FieldFault[] {
  if ((conveyance === undefined) === (request === undefined)) {
    return [{ path: 'conveyance', rule: 'one', message: 'phải có đúng một trong hai: conveyance, request' }];
  }
  const faults = conveyance
    ? acceptanceFaults(procedure, conveyance, on)
    : request
      ? requestFaults(procedure, request, on)
      : [];
  const part = conveyance ? 'conveyance' : 'request';
  return faults.map((fault) => (fault.path === 'procedure' ? fault : { ...fault, path: `${part}.${fault.path}` }));
}

/** The papers as the office keeps every dossier. */
export function lodgedContent(frame: DossierFrame, { conveyance, request }: LodgeDossierRequest): DossierForwardedV1 {
  if (conveyance) return { ...conveyance, ...frame };
  if (request) return contentOfRequest(frame, request);
  throw new Error(`dossier ${frame.dossierCode} has no papers`);
}

/** Commune of the first parcel: it decides which office and which desk are in charge. */
export function communeOf({ conveyance, request }: LodgeDossierRequest): string {
  return (conveyance ?? request)?.parcels[0]?.communeCode ?? '';
}

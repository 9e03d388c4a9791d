import { type Address, recipientsOf, type SignedAttributes } from '@lienthong/envelope';
import { AppError, idTime, instantText, type LocalDate, localDate } from '@lienthong/kernel';
import { busErrors } from '../integration-bus.errors';
import type { Grant, RegisteredSchema, Registry } from '../members/registry';
import type { Admission } from './submission';

export interface AdmissionQuestion {
  readonly attributes: SignedAttributes;
  readonly sender: string;
  readonly body: unknown;
  readonly now: Date;
}

const DAY_MS = 86_400_000;
const refused = (fault: AppError) => ({ admitted: false, fault }) as const;

/**
 * An id tells when it was made: outside the window of known identities a repeat could not be recognised, and there is no
 * partition to keep it. Judged before all else, of protocol messages too.
 */
export function admitId(id: string, now: Date, windowDays: number): Admission {
  const age = now.getTime() - idTime(id).getTime();
  if (age > windowDays * DAY_MS) return { ...refused(busErrors.ID_TOO_OLD({ days: windowDays })), outsideWindow: true };
  if (age < -DAY_MS) return { ...refused(busErrors.ID_AHEAD()), outsideWindow: true };
  return { admitted: true };
}

/** Member active → offices known → granted → in time → as the registered schema says. Deny by default. */
export function admit(registry: Registry, question: AdmissionQuestion): Admission {
  const { attributes, sender, now } = question;
  const on = localDate(now);
  if (registry.member(sender)?.state !== 'active') {
    return { ...refused(busErrors.MEMBER_SUSPENDED({ sender })), isHeld: true };
  }
  const recipients = recipientsOf(attributes.recipients);
  const stranger = unknownOffice(registry, [{ member: sender, office: attributes.senderoffice }, ...recipients], on);
  if (stranger) return refused(busErrors.OFFICE_UNKNOWN({ address: `${stranger.member}/${stranger.office}` }));
  const grants = grantsOf(registry, question, recipients);
  if (grants instanceof AppError) return refused(grants);
  const { expirytime } = attributes;
  if (expirytime !== undefined && Date.parse(expirytime) <= now.getTime()) {
    return refused(busErrors.EXPIRED({ expiryTime: instantText(new Date(expirytime)) }));
  }
  const schema = checkedSchema(registry, question);
  if (schema instanceof AppError) return refused(schema);
  const versions = new Set(grants.map((grant) => grant.version));
  const files = schema.filesOf?.(question.body);
  const grantVersion = [...versions].sort().join(',');
  return { admitted: true, grantVersion, schemaHash: schema.hash, ...(files ? { files } : {}) };
}

function unknownOffice(registry: Registry, addresses: readonly Address[], on: LocalDate): Address | undefined {
  return addresses.find(({ member, office }) => !registry.hasOffice(member, office, on));
}

function grantsOf(
  registry: Registry,
  { attributes: { type }, sender, now }: AdmissionQuestion,
  recipients: readonly Address[],
): Grant[] | AppError {
  const grants: Grant[] = [];
  for (const recipient of new Set(recipients.map((address) => address.member))) {
    const grant = registry.grant(sender, recipient, type, now);
    if (!grant) return busErrors.GRANT_MISSING({ sender, recipient, type });
    grants.push(grant);
  }
  return grants;
}

function checkedSchema(registry: Registry, { attributes, body }: AdmissionQuestion): RegisteredSchema | AppError {
  const { dataschema, type } = attributes;
  const schema = registry.schema(dataschema);
  if (schema?.type !== type) return busErrors.SCHEMA_UNKNOWN({ dataschema, type });
  const faults = schema.check(body);
  if (faults.length === 0) return schema;
  return busErrors.SCHEMA_VIOLATION({ fields: faults.map(({ path }) => path) }, { faults });
}

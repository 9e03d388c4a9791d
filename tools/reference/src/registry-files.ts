import { grants, members, offices } from '@lienthong/contracts';
import { developmentPeople } from '@lienthong/service-host';
import type { ContractLock } from './contract-lock';
import { type DerivedFile, jsonText } from './workspace';

/** What the bus of a fresh installation is loaded with; every released revision of a schema is registered. */
export function registryFiles(lock: ContractLock): readonly DerivedFile[] {
  return [
    { path: 'deploy/registry/members.json', text: jsonText(memberRows()) },
    { path: 'deploy/registry/offices.json', text: jsonText(officeRows()) },
    { path: 'deploy/registry/grants.json', text: jsonText(grants) },
    { path: 'deploy/registry/schemas.json', text: jsonText(schemaRows(lock)) },
    { path: 'deploy/registry/operators.json', text: jsonText(operatorRows()) },
  ];
}

function memberRows(): readonly object[] {
  return members.map(({ code, name, agencyCode }) => ({
    code,
    name,
    agencyCode: agencyCode.map(({ source: _source, ...row }) => row),
    transport: 'kafka',
    state: 'active',
  }));
}

function officeRows(): readonly object[] {
  return offices.map(({ member, id, name, unitCodes, validFrom, validTo }) => ({
    member,
    id,
    name,
    unitCodes,
    validFrom,
    validTo,
  }));
}

function schemaRows(lock: ContractLock): readonly object[] {
  return Object.entries(lock).flatMap(([type, revisions]) =>
    revisions.map(({ dataschema, hash, schema }) => ({ type, dataschema, hash, schema })),
  );
}

/** The operators of the local run; an installation names its own two, see docs/runbooks/operators.md. */
function operatorRows(): readonly object[] {
  return developmentPeople
    .filter(({ roles }) => roles.includes('bus-operator'))
    .map(({ person }) => ({ person, validFrom: '2016-01-01T00:00:00+07:00' }));
}

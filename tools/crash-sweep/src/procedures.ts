import { birthRegistration, landTransfer, type Procedure } from '@lienthong/procedures';
import type { StackAccess } from '../../demo/src';
import { type ServiceName, serviceNames } from '../../local-infra/src';
import { awaitedNumbers, birthViolations } from './checks/births';
import { landViolations } from './checks/business';
import type { Violation } from './checks/violation';
import { landCounts, type SweptScenario } from './land-scenarios.data';
import { birthFlow } from './stage/birth-flow';
import type { Databases } from './stage/databases';
import type { Flow } from './stage/flow';
import { landFlow } from './stage/land-flow';

/** Work that no message carries and that nobody at a desk does. */
export interface Awaited {
  readonly what: string;
  readonly service: ServiceName;
  readonly sql: string;
}

/** What the sweep has to know of a procedure. */
export interface SweptProcedure {
  /** The bus and the agencies that a dossier passes through. */
  readonly services: readonly ServiceName[];
  readonly open: (access: StackAccess) => Flow;
  readonly awaited: readonly Awaited[];
  /** What databases say of its dossiers at rest and may not say. */
  readonly violations: (
    databases: Databases,
    members: readonly ServiceName[],
    papers: readonly string[],
  ) => Promise<Violation[]>;
}

export const procedureNames = ['land-transfer', 'birth'] as const;
export type ProcedureName = (typeof procedureNames)[number];

/** The agencies of each procedure, in the order in which they are named. */
export const sweptServices: Readonly<Record<ProcedureName, readonly ServiceName[]>> = {
  'land-transfer': servicesOf(landTransfer),
  birth: servicesOf(birthRegistration),
};

/** What is swept: a procedure, and of land transfers the scenario by which they go. */
export interface Swept {
  readonly procedure: ProcedureName;
  readonly scenario: SweptScenario;
}

export function sweptProcedure({ procedure, scenario }: Swept): SweptProcedure {
  const services = sweptServices[procedure];
  if (procedure === 'birth')
    return { services, open: birthFlow, awaited: [awaitedNumbers], violations: birthViolations };
  return {
    services,
    open: (access) => landFlow(access, scenario),
    awaited: [],
    violations: (...found) => landViolations(landCounts[scenario], ...found),
  };
}

function servicesOf({ versions }: Procedure): readonly ServiceName[] {
  const members = new Set(versions.flatMap(({ steps }) => steps.map(({ member }) => member)));
  return serviceNames.filter((name) => name === 'integration-bus' || members.has(name));
}

// Derived from the table of agencies in libs/service-host: npm run generate.

/** The processes of the local run, in the order in which they are listed to people, with their default ports. */
export const servicePorts = {
  'integration-bus': 3000,
  intake: 3001,
  'land-registry': 3002,
  tax: 3003,
  treasury: 3004,
  'civil-status': 3005,
  'collecting-bank': 3006,
  residence: 3007,
  'health-insurance': 3008,
  'social-protection': 3009,
} as const;

export type ServiceName = keyof typeof servicePorts;

export const serviceNames = Object.keys(servicePorts) as readonly ServiceName[];

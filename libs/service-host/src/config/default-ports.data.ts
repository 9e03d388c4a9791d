/** HTTP ports of the local run (docs: the table of services); PORT overrides them. */
export const defaultPorts: Readonly<Record<string, number>> = {
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
};

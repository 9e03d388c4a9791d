/** Steps of the civil procedures that the registrar does or waits for; the procedures define them. */
export const steps = {
  check: 'check',
  number: 'allocate-number',
  register: 'register',
  conclude: 'conclude',
  handOver: 'hand-over',
} as const;

/** The branch of the legal act itself; every other branch is another agency's. */
export const REGISTRATION = 'registration';

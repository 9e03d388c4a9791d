export * from './catalogue';
export { landTransfer } from './land-transfer/land-transfer.procedure';
export * from './national-states';
export * from './national-states.data';
export * from './procedure';
export { procedureErrors } from './procedures.errors';
export * from './regimes';
export * from './regimes.data';
export { type KnownContracts, soundnessFaults, soundProcedure } from './soundness';

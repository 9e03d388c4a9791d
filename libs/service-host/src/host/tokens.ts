/** Injection tokens of values that have no class. */
export const SERVICE_DEFINITION = Symbol('lienthong:service-definition');

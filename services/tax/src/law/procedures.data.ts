/** Which kinds of change a procedure may carry (R11). Source QĐ 2304/QĐ-BNNMT; inheritance, gift and exchange are not served yet. */
export const changeKindsOfProcedures: Readonly<Record<string, readonly string[]>> = { '1.013831': ['transfer'] };

import { types } from 'pg';

const DATE_OID = 1082;

/** Column types as the code expects them: `date` stays 'YYYY-MM-DD' (pg would make it a local midnight). */
export const connectionTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === DATE_OID) return (value) => value;
    return types.getTypeParser(oid, format) as (value: string) => unknown;
  },
};

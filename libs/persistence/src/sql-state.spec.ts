import { faultOf, isConflict, sqlStateOf } from './sql-state';

const failure = (code: string, extra: object = {}): Error => Object.assign(new Error(code), { code, ...extra });

describe('what a failed statement means', () => {
  it.each([
    ['40001', 'conflict'],
    ['40P01', 'conflict'],
    ['57P01', 'transient'],
    ['08006', 'transient'],
    ['22P02', 'data'],
    ['23505', 'data'],
    ['42P01', 'data'],
  ])('SQLSTATE %s: %s', (state, fault) => {
    expect(faultOf(failure(state))).toBe(fault);
    expect(faultOf(new Error('wrapped', { cause: failure(state) }))).toBe(fault);
  });

  it.each(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT'])('a socket that ended with %s: transient', (code) => {
    expect(sqlStateOf(failure(code))).toBeUndefined();
    expect(faultOf(failure(code))).toBe('transient');
  });

  it('a connection that pg calls lost: transient; any other error is none of the database', () => {
    expect(faultOf(new Error('Connection terminated unexpectedly'))).toBe('transient');
    expect(faultOf(new Error('Client was closed and is not queryable'))).toBe('transient');
    expect(faultOf(new Error('a bug'))).toBeUndefined();
  });

  it('a primary key that another transaction took meanwhile is a conflict, any other unique key is not', () => {
    expect(isConflict(failure('23505', { constraint: 'dossier_pkey' }))).toBe(true);
    expect(isConflict(failure('23505', { constraint: 'dossier_code_key' }))).toBe(false);
  });
});

import { Conversation, statementName, normalised } from './statement-name';

describe('the name of a statement', () => {
  it('does not hang on literals, numbers, capitals or white space', () => {
    const one = normalised(`SELECT *  FROM outbox\n WHERE id = 'a''b' AND n > 12 limit $1`);
    expect(one).toBe('select * from outbox where id = ? and n > ? limit $1');
    expect(statementName(one)).toMatch(/^select \* from outbox #[0-9a-f]{6}$/);
  });

  it('tells the commit after one statement from the commit after another', () => {
    const commitAfter = (...statements: readonly string[]): string => {
      const conversation = new Conversation();
      for (const statement of ['begin', ...statements]) conversation.name(statement);
      return conversation.name('COMMIT');
    };
    expect(commitAfter('insert into a values (1)')).toBe(commitAfter('insert into a values (2)'));
    expect(commitAfter('insert into a values (1)')).not.toBe(commitAfter('insert into b values (1)'));
    expect(commitAfter('select 1')).toBe(commitAfter('select 1', 'select 2'));
  });

  it('forgets a transaction once it has ended', () => {
    const conversation = new Conversation();
    const alone = conversation.name('select 1');
    for (const statement of ['begin', 'insert into a values (1)', 'rollback']) conversation.name(statement);
    expect(conversation.name('select 1')).toBe(alone);
  });
});

import { ListOf, Optional, Part, Text } from './fields';
import { FileRef } from './file-ref.part';
import { filePointers, filesBy } from './named-files';
import { schemaOf } from './schema';
import { schemaChecker } from './schema-checker';

class Paper {
  @Text({ max: 20 }) readonly code: string;
  @ListOf(() => FileRef, { max: 5 }) readonly pages: readonly FileRef[];
}

class Answer {
  @Text({ max: 20 }) readonly text: string;
  @Part(() => FileRef) readonly cover: FileRef;
  @Optional() @ListOf(() => Paper, { max: 5 }) readonly papers?: readonly Paper[];
}

class Plain {
  @Text({ max: 20 }) readonly text: string;
}

const file = (fileId: string): FileRef => ({
  ...{ fileId: `0192f0c0-0000-7000-8000-00000000000${fileId}`, name: 'Hợp đồng.pdf', contentType: 'application/pdf' },
  ...{ size: 10, sha256: 'A'.repeat(43) },
});

describe('the files that a message names', () => {
  const schema = schemaOf(Answer);

  it('stand where its schema says so', () => {
    expect(filePointers(schema)).toEqual(['/cover', '/papers/*/pages/*']);
    expect(filePointers(schemaOf(Plain))).toEqual([]);
    expect(filesBy(schemaOf(Plain))).toBeUndefined();
  });

  it('are found in single parts, lists and lists of lists, and none where there is none', () => {
    const papers = [
      { code: 'a', pages: [file('2'), file('3')] },
      { code: 'b', pages: [file('4')] },
    ];
    expect(filesBy(schema)?.({ text: 'x', cover: file('1'), papers }).map(({ fileId }) => fileId.slice(-1))).toEqual([
      ...'1234',
    ]);
    expect(filesBy(schema)?.({ text: 'x', cover: file('1') })).toEqual([file('1')]);
  });

  it.each([
    ['a path for a name', { name: '../x.pdf' }],
    ['a size above the limit', { size: 1_073_741_825 }],
    ['an empty file', { size: 0 }],
    ['a content type with parameters', { contentType: 'text/plain; charset=utf-8' }],
    ['a hash in another form', { sha256: 'a'.repeat(64) }],
  ])('are refused with %s', (_, wrong) => {
    expect(schemaChecker(schema)({ text: 'x', cover: { ...file('1'), ...wrong } })).toHaveLength(1);
  });
});

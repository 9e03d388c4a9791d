import { contentTypeOf } from './content-type';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** One stored entry of a ZIP archive. */
function zipEntry(name: string, content: string): Buffer {
  const [bytes, path] = [Buffer.from(content), Buffer.from(name)];
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt32LE(bytes.length, 22);
  head.writeUInt16LE(path.length, 26);
  return Buffer.concat([head, path, bytes]);
}

const WORD =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

describe('the type of a file', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a JPEG', hex('ff d8 ff e0 00 10 4a 46 49 46 00 01'), 'image/jpeg'],
    ['a TIFF', hex('49 49 2a 00 08 00 00 00 00 00 00 00 00 00'), 'image/tiff'],
    ['an XML document', Buffer.from('<?xml version="1.0"?><phieu/>'), 'application/xml'],
    [
      'a Word document',
      Buffer.concat([zipEntry('[Content_Types].xml', WORD), zipEntry('word/document.xml', '<w/>')]),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['another archive', zipEntry('a.exe', 'MZ'), 'application/zip'],
    ['a program', Buffer.from('MZ............'), 'application/x-msdownload'],
    ['a page', Buffer.from('<!doctype html><script>'), undefined],
    ['a text', Buffer.from('hợp đồng'), undefined],
  ])('is seen by its bytes: %s', async (_, bytes, type) => {
    expect(await contentTypeOf(bytes)).toBe(type);
  });
});

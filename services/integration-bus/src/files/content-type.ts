/** What the bytes are by their own marks, e.g. `application/pdf`; undefined when nothing is recognised. */
export async function contentTypeOf(head: Buffer): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type/core');
  return (await fileTypeFromBuffer(head))?.mime;
}

import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import snappy from 'kafkajs-snappy';
import { compress, decompress } from 'lz4js';

/** We produce uncompressed; a member that compresses must not crash our consumers. */
export function registerCodecs(): void {
  CompressionCodecs[CompressionTypes.Snappy] ??= snappy;
  CompressionCodecs[CompressionTypes.LZ4] ??= () => ({
    compress: (encoder: { buffer: Buffer }) => Promise.resolve(Buffer.from(compress(encoder.buffer))),
    decompress: (buffer: Buffer) => Promise.resolve(Buffer.from(decompress(buffer))),
  });
}

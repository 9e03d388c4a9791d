import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { OutsideUnitOfWork } from '../security/endpoint.decorators';

const PDF = 'application/pdf';

/** A paper as it was printed. */
export interface PaperBytes {
  readonly bytes: Buffer;
  readonly contentHash: string;
}

/** The endpoint answers with a paper as PDF; its transaction ends before the paper is printed. */
export function AnswersPaper(): MethodDecorator {
  return applyDecorators(ApiProduces(PDF), OutsideUnitOfWork('the paper is printed after its transaction has ended'));
}

/** Shows the paper in the reader's window; whoever asks for the same content again can see by the hash that it is. */
export function paperAnswer(response: Response, { bytes, contentHash }: PaperBytes, name: string): StreamableFile {
  const fileName = name.replace(/[^A-Za-z0-9._-]+/g, '-');
  response.setHeader('ETag', `"${contentHash}"`);
  response.setHeader('Cache-Control', 'no-store');
  return new StreamableFile(bytes, {
    type: PDF,
    disposition: `inline; filename="${fileName}.pdf"`,
    length: bytes.length,
  });
}

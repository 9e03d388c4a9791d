import { OneOf } from '@lienthong/envelope';

export class CorrectResultRequest {
  /** The papers are made anew, or were right. */
  @OneOf(['made-anew', 'right'] as const)
  readonly finding: 'made-anew' | 'right';
}

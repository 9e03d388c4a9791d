import { ListOf, Text } from '@lienthong/envelope';

export class CompletionFaultRequest {
  /** The part of the slip or the rule that it breaks: `R2`, `III.3`. */
  @Text({ max: 20 })
  readonly rule: string;

  @Text({ max: 1000 })
  readonly text: string;
}

export class RequestCompletionRequest {
  @ListOf(() => CompletionFaultRequest, { max: 50 })
  readonly faults: readonly CompletionFaultRequest[];
}

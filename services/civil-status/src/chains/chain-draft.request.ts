import { BirthDeclaration, DeathDeclaration } from '@lienthong/contracts';
import { Flag, Optional, Part, Text } from '@lienthong/envelope';

/** The declaration as it should read, before the act is signed. */
export class CorrectDraftRequest {
  @Optional()
  @Part(() => BirthDeclaration)
  readonly birth?: BirthDeclaration;

  @Optional()
  @Part(() => DeathDeclaration)
  readonly death?: DeathDeclaration;

  @Text({ max: 1000 })
  readonly reason: string;
}

export class StopChainRequest {
  @Text({ max: 1000 })
  readonly reason: string;

  /** The child has died: the citizen is told of the chain for deaths. */
  @Optional()
  @Flag()
  readonly childDied?: boolean;
}

export class NumberProblemRequest {
  @Text({ max: 500 })
  readonly note: string;
}

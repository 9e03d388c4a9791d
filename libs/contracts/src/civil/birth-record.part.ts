import { Optional, Part, Personal, PersonalNumber } from '@lienthong/envelope';
import { Child } from './child.part';
import { Parent } from './parent.part';
import { RegisterEntry } from './register-entry.part';

/** A birth as registered, with the personal identification number of the child. */
export class BirthRecord {
  @Part(() => RegisterEntry)
  readonly entry: RegisterEntry;

  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @Part(() => Child)
  readonly child: Child;

  @Optional()
  @Part(() => Parent)
  readonly mother?: Parent;

  @Optional()
  @Part(() => Parent)
  readonly father?: Parent;
}

import { Part } from '@lienthong/envelope';
import { Deceased } from './deceased.part';
import { RegisterEntry } from './register-entry.part';

/** A death as registered. */
export class DeathRecord {
  @Part(() => RegisterEntry)
  readonly entry: RegisterEntry;

  @Part(() => Deceased)
  readonly deceased: Deceased;
}

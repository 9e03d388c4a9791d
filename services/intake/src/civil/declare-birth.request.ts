import { BirthDeclaration } from '@lienthong/contracts';
import { OneOf } from '@lienthong/envelope';
import type { Channel } from '../dossiers/dossier.state';

/** What the desk clerk takes from the declaration of birth, or what the portal or the post has brought (O §4.3). */
export class DeclareBirthRequest extends BirthDeclaration {
  @OneOf(['desk', 'online', 'post'])
  readonly channel: Channel;
}

import { DeathDeclaration } from '@lienthong/contracts';
import { OneOf } from '@lienthong/envelope';
import type { Channel } from '../dossiers/dossier.state';

/** What the desk clerk takes from the declaration of death, or what the portal or the post has brought (O §4.6). */
export class DeclareDeathRequest extends DeathDeclaration {
  @OneOf(['desk', 'online', 'post'])
  readonly channel: Channel;
}

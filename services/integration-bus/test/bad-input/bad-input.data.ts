import { badAttributes } from './attributes.data';
import { badContents } from './contents.data';
import type { BadInput } from './forge.mother';
import { badSignatures } from './signatures.data';

/** Everything that must be refused by its own code, and never leaves a trace of its content in a log. */
export const badInput: readonly BadInput[] = [...badSignatures, ...badContents, ...badAttributes];

import { Injectable } from '@nestjs/common';
import type { ActEffect, CarriesOut } from './act';

type ContentClass<C extends object = object> = new () => C;
type KindClass<C extends object> = new (...collaborators: never[]) => CarriesOut<C>;

/** What can be told of a kind of act without doing one. */
export interface ActKindDefinition<C extends object = object> {
  /** Verb and noun, e.g. `suspend-member`. */
  readonly name: string;
  readonly effect: ActEffect;
  /** One sentence for the list of acts. */
  readonly summary: string;
  /** Validated like any request body; nothing in it may be personal data, since the log keeps it for good. */
  readonly content: ContentClass<C>;
}

/** Under this name tools read the definition of a built class. */
const ACT_KIND = 'lienthong:act-kind';

/** Declares a kind of act on the class that carries it out: a provider in a file `<verb>-<noun>.act.ts`, listed in ACT_KINDS. */
export function ActKind<C extends object>(definition: ActKindDefinition<C>): (target: KindClass<C>) => void {
  return (target) => {
    Injectable()(target);
    Reflect.defineMetadata(ACT_KIND, definition, target);
  };
}

/** The definition on a class; `undefined` where it is no kind of act. */
export function actKindOf(target: object): ActKindDefinition | undefined {
  return Reflect.getMetadata(ACT_KIND, target) as ActKindDefinition | undefined;
}

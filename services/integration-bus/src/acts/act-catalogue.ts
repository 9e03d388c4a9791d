import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { CarriesOut } from './act';
import { actErrors } from './act.errors';
import { type ActKindDefinition, actKindOf } from './act-kind';
import { ACT_KINDS } from './act-kinds';

export interface KnownKind {
  readonly definition: ActKindDefinition;
  readonly carriesOut: () => CarriesOut<object>;
}

/** The kinds of acts by name. */
@Injectable()
export class ActCatalogue {
  private readonly kinds: ReadonlyMap<string, KnownKind>;

  constructor(moduleRef: ModuleRef) {
    const kinds = ACT_KINDS.map((kind): KnownKind => {
      const definition = actKindOf(kind);
      if (!definition) throw new Error(`${kind.name} is listed as a kind of act and declares none`);
      return { definition, carriesOut: () => moduleRef.get<CarriesOut<object>>(kind) };
    });
    this.kinds = new Map(kinds.map((kind) => [kind.definition.name, kind]));
  }

  get all(): readonly ActKindDefinition[] {
    return [...this.kinds.values()].map(({ definition }) => definition);
  }

  /** @throws integration-bus.ACT_KIND_UNKNOWN */
  get(kind: string): KnownKind {
    const known = this.kinds.get(kind);
    if (!known) throw actErrors.ACT_KIND_UNKNOWN({ kind, known: [...this.kinds.keys()] });
    return known;
  }
}

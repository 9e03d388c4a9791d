import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds the addresses of a name, as the system of the bus does. */
@Injectable()
export class NameResolver {
  /** All of them; of an address itself, that. */
  resolve(name: string): Promise<readonly ResolvedAddress[]> {
    return lookup(name, { all: true });
  }
}

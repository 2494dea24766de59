import type { Node } from '../syntax/ast';
import { type CelType, DYN, typeParam } from '../types';
import { isAssignable, mostGeneral } from './assignable';
import { Mapping } from './mapping';
import { Reporter } from './reporter';

/** Finds out what the types that are not known stand for. */
export class Unifier extends Reporter {
  protected readonly mapping = new Mapping();
  private freeTypes = 0;

  /** The type of a part that has been checked. */
  typeOf({ type }: Node): CelType {
    return this.mapping.substitute(type!, true);
  }

  protected fits(one: CelType, other: CelType): boolean {
    return isAssignable(this.mapping, one, other);
  }

  protected known(type: CelType): CelType {
    return this.mapping.substitute(type, false);
  }

  protected freeType = (): CelType => typeParam(`_var${this.freeTypes++}`);

  /** Servers take no literals of several types, but say so only if nothing else is wrong. */
  protected joined(previous: CelType | undefined, current: CelType): CelType {
    if (!previous) return current;
    return this.fits(previous, current) ? mostGeneral(previous, current) : DYN;
  }
}

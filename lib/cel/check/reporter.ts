import type { Fault } from '../syntax/source';
import { type CelType, ERROR, formatType } from '../types';

/** Collects what is wrong with the types of an expression, in cel-go's words. */
export class Reporter {
  readonly faults: Fault[] = [];

  protected report(at: number, message: string): CelType {
    this.faults.push({ at, message });
    return ERROR;
  }

  protected undeclared(at: number, name: string): CelType {
    return this.report(at, `undeclared reference to '${name}' (in container '')`);
  }

  protected mismatch(at: number, expected: CelType, found: CelType): CelType {
    return this.report(at, `expected type '${formatType(expected)}' but found '${formatType(found)}'`);
  }

  protected noOverload(at: number, name: string, types: readonly CelType[], isMember: boolean): CelType {
    const shown = types.map(formatType);
    const target = isMember ? `${shown.shift()}.` : '';
    return this.report(
      at,
      `found no matching overload for '${name}' applied to '${target}(${shown.join(', ')})'`,
    );
  }
}

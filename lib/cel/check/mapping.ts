import { type CelType, DYN } from '../types';

/** What is known of type parameters. What did not lead to a match is taken back. */
export class Mapping {
  private readonly bound = new Map<string, CelType>();
  private trail: [name: string, before: CelType | undefined][] = [];

  find({ kind, name }: CelType): CelType | undefined {
    return kind === 'param' ? this.bound.get(name) : undefined;
  }

  bind({ name }: CelType, to: CelType): void {
    this.trail.push([name, this.bound.get(name)]);
    this.bound.set(name, to);
  }

  /** Keeps what a test binds only if it succeeds. */
  attempt(test: () => boolean): boolean {
    const mark = this.trail.length;
    if (test()) return true;
    while (this.trail.length > mark) {
      const [name, before] = this.trail.pop()!;
      if (before) this.bound.set(name, before);
      else this.bound.delete(name);
    }
    return false;
  }

  /** A type with what its parameters stand for; those not known may become dyn. */
  substitute(type: CelType, freeToDyn: boolean): CelType {
    const found = this.find(type);
    if (found) return this.substitute(found, freeToDyn);
    if (type.kind === 'param') return freeToDyn ? DYN : type;
    if (!type.params.length) return type;
    const params = type.params.map((param) => this.substitute(param, freeToDyn));
    return params.every((param, index) => param === type.params[index]) ? type : { ...type, params };
  }
}

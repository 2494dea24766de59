/** Random choices that are the same for the same seed (xorshift32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = Math.imul(seed, 2654435761) >>> 0 || 1;
  }

  /** Choices for one of the inputs of a seed. */
  static of(seed: number, index: number): Random {
    return new Random(Math.imul(seed, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35));
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state = (this.state ^ (this.state << 5)) >>> 0;
    return this.state / 2 ** 32;
  }

  /** An integer from 0 up to, not including, the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}

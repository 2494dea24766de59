/** A part of a pattern: any run of characters, or the test for one. */
type Part = 'star' | ((character: string) => boolean);

/** A pattern that filepath.Match refuses (ErrBadPattern). */
export class BadPattern extends Error {
  constructor() {
    super('syntax error in pattern');
  }
}

const NOT_SLASH = (character: string) => character !== '/';

/**
 * The test of a name by a pattern with `*`, `?`, `[…]` and `\` (filepath.Match, Go 1.25).
 *
 * @throws BadPattern
 */
export function matcher(pattern: string): (name: string) => boolean {
  const parts = new Pattern(pattern).parts();
  return (name) => matches(parts, [...name]);
}

/** Only the last star is tried again: what it takes more, none before it need take less. */
function matches(parts: readonly Part[], name: readonly string[]): boolean {
  let [at, part, star, taken] = [0, 0, -1, 0];
  while (at < name.length) {
    const wanted = parts[part];
    if (wanted === 'star') [star, taken, part] = [part, at, part + 1];
    else if (wanted?.(name[at])) [at, part] = [at + 1, part + 1];
    else if (star >= 0 && NOT_SLASH(name[taken])) [taken, at, part] = [taken + 1, taken + 1, star + 1];
    else return false;
  }
  return parts.slice(part).every((left) => left === 'star');
}

class Pattern {
  private readonly characters: readonly string[];
  private at = 0;

  constructor(pattern: string) {
    this.characters = [...pattern];
  }

  parts(): Part[] {
    const parts: Part[] = [];
    while (this.at < this.characters.length) parts.push(this.part());
    return parts;
  }

  private part(): Part {
    const character = this.take();
    if (character === '*') return 'star';
    if (character === '?') return NOT_SLASH;
    if (character === '[') return this.range();
    const literal = character === '\\' ? this.take() : character;
    return (other) => other === literal;
  }

  private range(): Part {
    const negated = this.characters[this.at] === '^';
    if (negated) this.at++;
    const ranges: (readonly [low: number, high: number])[] = [];
    while (!ranges.length || this.characters[this.at] !== ']') ranges.push(this.bounds());
    this.at++;
    return (character) =>
      ranges.some(([low, high]) => low <= character.codePointAt(0)! && character.codePointAt(0)! <= high) !==
      negated;
  }

  private bounds(): readonly [low: number, high: number] {
    const low = this.bound();
    if (this.characters[this.at] !== '-') return [low, low];
    this.at++;
    return [low, this.bound()];
  }

  /** A pattern may not end within a range (getEsc). */
  private bound(): number {
    const character = this.take();
    if (character === '-' || character === ']') throw new BadPattern();
    const bound = character === '\\' ? this.take() : character;
    if (this.at >= this.characters.length) throw new BadPattern();
    return bound.codePointAt(0)!;
  }

  private take(): string {
    if (this.at >= this.characters.length) throw new BadPattern();
    return this.characters[this.at++];
  }
}

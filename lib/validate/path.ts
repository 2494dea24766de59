/** Name of a field, index of an item, or key of a map entry. */
export type PathSegment = string | number;

/**
 * The way from an object's root to one of its fields, as a server writes it:
 * `spec.containers[0].env[1].name`. A path shares its beginning with the path it was made from and is joined
 * into a text only when asked, so that making one costs next to nothing.
 */
export class FieldPath {
  /** The path to a field of the object itself. */
  static of(name: string): FieldPath {
    return new FieldPath(undefined, name, false);
  }

  /** The object itself. */
  static readonly ROOT = new FieldPath(undefined, '', false);

  private constructor(
    private readonly parent: FieldPath | undefined,
    private readonly segment: PathSegment,
    private readonly subscript: boolean,
  ) {}

  field(...names: string[]): FieldPath {
    let path: FieldPath | undefined = this === FieldPath.ROOT ? undefined : this;
    for (const name of names) path = new FieldPath(path, name, false);
    return path!;
  }

  index(index: number): FieldPath {
    return new FieldPath(this, index, true);
  }

  /** The path to a map's entry: `metadata.labels[app]`. */
  key(key: string): FieldPath {
    return new FieldPath(this, key, true);
  }

  /** The last segment. */
  get last(): PathSegment {
    return this.segment;
  }

  /** The path to a field or item beside this one. */
  sibling(name: PathSegment): FieldPath {
    const parent = this.parent ?? FieldPath.ROOT;
    return typeof name === 'number' ? parent.index(name) : parent.field(name);
  }

  /** The same path below another beginning: `from` is where this one was made from. */
  moved(from: FieldPath, to: FieldPath): FieldPath {
    if (this === from) return to;
    return this.parent ? new FieldPath(this.parent.moved(from, to), this.segment, this.subscript) : this;
  }

  /** The same path with other segments: that of another item of its lists. */
  along(segments: readonly PathSegment[]): FieldPath {
    const parent = this.parent?.along(segments.slice(0, -1));
    return new FieldPath(parent, segments.at(-1)!, this.subscript);
  }

  /** The texts of the path and of all that hold what it leads to, the innermost first. */
  *holders(): Generator<string> {
    yield this.toString();
    if (this.parent) yield* this.parent.holders();
  }

  /** The segments from the root. */
  segments(): PathSegment[] {
    const segments = this.parent ? this.parent.segments() : [];
    if (this !== FieldPath.ROOT) segments.push(this.segment);
    return segments;
  }

  /** The names of fields only, without subscripts. */
  names(): string[] {
    const names = this.parent ? this.parent.names() : [];
    if (!this.subscript && this !== FieldPath.ROOT) names.push(String(this.segment));
    return names;
  }

  /** How many subscripts it ends in: 1 for `args[0]`. */
  subscripts(): number {
    return this.subscript ? 1 + this.parent!.subscripts() : 0;
  }

  /** The path with keys of maps written as fields, as strict decoding has it: `spec.selector.app`. */
  dotted(): string {
    const before = this.parent ? this.parent.dotted() : '';
    if (typeof this.segment === 'number') return `${before}[${this.segment}]`;
    return before ? `${before}.${this.segment}` : this.segment;
  }

  toString(): string {
    const before = this.parent ? this.parent.toString() : '';
    if (this.subscript) return `${before}[${this.segment}]`;
    return before ? `${before}.${this.segment}` : String(this.segment);
  }
}

/** Name of a field, index of an item, or key of a map entry. */
export type PathSegment = string | number;

/** How a path goes on: a subscript is written in brackets. */
export type PathStep = 'root' | 'field' | 'subscript';

/**
 * The way from an object's root to one of its fields, as a server writes it:
 * `spec.containers[0].env[1].name`. A path shares its beginning with the path it was made from and is joined
 * into a string only when asked, so that making one costs next to nothing.
 */
export class FieldPath {
  /** The object itself. */
  static readonly ROOT = new FieldPath(undefined, '', 'root');

  /** The path to a field of the object itself. */
  static of(name: string): FieldPath {
    return FieldPath.ROOT.field(name);
  }

  protected constructor(
    protected readonly parent: FieldPath | undefined,
    protected readonly segment: PathSegment,
    protected readonly step: PathStep,
  ) {}

  /** The path to a field, or to a field of a field. */
  field(...names: string[]): this {
    let path = this as this;
    for (const name of names) path = path.next(name, 'field');
    return path;
  }

  /** The path to an item of a list. */
  index(index: number): this {
    return this.next(index, 'subscript');
  }

  /** The path to a map's entry: `metadata.labels[app]`. */
  key(key: string): this {
    return this.next(key, 'subscript');
  }

  /** Whether it is the object itself. */
  isRoot(): boolean {
    return this.step === 'root';
  }

  /** The path that goes on from here. */
  protected next(segment: PathSegment, step: PathStep): this {
    return new FieldPath(this, segment, step) as this;
  }

  /** The last segment. */
  get last(): PathSegment {
    return this.segment;
  }

  /** The path to what has the field or item; the object itself has itself. */
  get holder(): FieldPath {
    return this.parent ?? this;
  }

  /** The path to a field or item beside this one. */
  sibling(name: PathSegment): this {
    return (this.parent as this).next(name, typeof name === 'number' ? 'subscript' : 'field');
  }

  /** The same path with other segments: that of another item of its lists. */
  along(segments: readonly PathSegment[]): FieldPath {
    if (this.isRoot()) return this;
    return new FieldPath(this.parent!.along(segments.slice(0, -1)), segments.at(-1)!, this.step);
  }

  /** The same way from another root. */
  from<Root extends FieldPath>(root: Root): Root {
    return this.isRoot() ? root : this.parent!.from(root).next(this.segment, this.step);
  }

  /** The path and those of everything that contains the field, as strings, the innermost first. */
  *holders(): Generator<string> {
    yield this.toString();
    if (this.parent && !this.parent.isRoot()) yield* this.parent.holders();
  }

  /** The segments from the root. */
  segments(): PathSegment[] {
    if (this.isRoot()) return [];
    const segments = this.parent!.segments();
    segments.push(this.segment);
    return segments;
  }

  /** The names of fields only, without subscripts. */
  names(): string[] {
    const names = this.parent ? this.parent.names() : [];
    if (this.step === 'field') names.push(String(this.segment));
    return names;
  }

  /** How many subscripts it ends in: 1 for `args[0]`. */
  subscripts(): number {
    return this.step === 'subscript' ? 1 + this.parent!.subscripts() : 0;
  }

  /** The path with keys of maps written as fields, as strict decoding has it: `spec.selector.app`. */
  dotted(): string {
    const before = this.parent ? this.parent.dotted() : '';
    if (typeof this.segment === 'number') return `${before}[${this.segment}]`;
    return before ? `${before}.${this.segment}` : this.segment;
  }

  toString(): string {
    const before = this.parent ? this.parent.toString() : '';
    if (this.step === 'subscript') return `${before}[${this.segment}]`;
    return before ? `${before}.${this.segment}` : String(this.segment);
  }
}

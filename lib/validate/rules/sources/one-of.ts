import type { Field } from '../../field';

/** A source that a volume may have. */
export type Source<V, O> = { readonly [F in keyof V & string]-?: SourceOf<V, O, F> }[keyof V & string];

interface SourceOf<V, O, F extends keyof V & string> {
  readonly field: F;
  judge(source: NonNullable<V[F]>, at: Field, owner: O): void;
  /** What is looked at even where another source comes first. */
  always?(source: NonNullable<V[F]>, at: Field, owner: O): void;
  /** The server's name of the field where it judges it, if that is another. */
  readonly judgedAs?: string;
  /** The server's name of the field where it forbids it, if that is another. */
  readonly forbiddenAs?: string;
  /** Whether it is judged where it is not the first, too. */
  readonly besideOthers?: boolean;
}

/** A source without its own type. */
interface AnySource<O> {
  readonly field: string;
  readonly judgedAs?: string;
  readonly forbiddenAs?: string;
  readonly besideOthers?: boolean;
  judge(source: unknown, at: Field, owner: O): void;
  always?(source: unknown, at: Field, owner: O): void;
}

/** Sources by their field, in the server's order. */
export type SourceTable<O> = ReadonlyMap<string, AnySource<O>>;

/** The sources of `V`, written in the server's order. */
export const sourceTable = <V, O>(sources: readonly Source<V, O>[]): SourceTable<O> =>
  new Map((sources as unknown as readonly AnySource<O>[]).map((source) => [source.field, source]));

/** Judges the first source and forbids the others. */
export function judgeOneOf<O>(volume: object, table: SourceTable<O>, owner: O, at: Field): void {
  const used = sourcesOf(volume, table);
  used.forEach((source, index) => {
    const value = valueOf(volume, source);
    if (index === 0 || source.besideOthers) judgeSource(source, value, owner, at);
    else forbid(source, used, at);
    source.always?.(value, at.field(source.field), owner);
  });
  if (!used.length) at.required('must specify a volume type', { suggestion: 'add a source' });
}

const valueOf = (volume: object, { field }: { readonly field: string }) =>
  (volume as { readonly [field: string]: unknown })[field];

/** Nearly every volume has one source only: then there is no order to look up. */
function sourcesOf<O>(volume: object, table: SourceTable<O>): readonly AnySource<O>[] {
  const used: AnySource<O>[] = [];
  for (const field in volume) {
    const source = table.get(field);
    if (source && valueOf(volume, source) !== undefined) used.push(source);
  }
  return used.length < 2 ? used : [...table.values()].filter((source) => used.includes(source));
}

function judgeSource<O>(source: AnySource<O>, value: unknown, owner: O, at: Field): void {
  const place = at.field(source.field);
  if (!source.judgedAs) return source.judge(value, place, owner);
  source.judge(value, at.field(source.judgedAs).shownAt(place), owner);
}

function forbid<O>(
  { field, forbiddenAs = field }: AnySource<O>,
  used: readonly AnySource<O>[],
  at: Field,
): void {
  const suggestion = `keep one of ${used.map((source) => source.field).join(', ')}`;
  at.field(forbiddenAs)
    .shownAt(at.field(field))
    .forbidden('may not specify more than 1 volume type', { suggestion });
}

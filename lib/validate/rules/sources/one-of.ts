import type { FieldPath } from '../../path';
import type { Verdict } from '../../verdict';

/** A source that a volume may have. */
export type Source<V, O> = { readonly [F in keyof V & string]-?: SourceOf<V, O, F> }[keyof V & string];

interface SourceOf<V, O, F extends keyof V & string> {
  readonly field: F;
  judge(source: NonNullable<V[F]>, path: FieldPath, verdict: Verdict, owner: O): void;
  /** What is looked at even where another source comes first. */
  always?(source: NonNullable<V[F]>, path: FieldPath, verdict: Verdict, owner: O): void;
  /** The server's name of the field where it judges it, if that is another. */
  readonly judgedAs?: string;
  /** The server's name of the field where it forbids it, if that is another. */
  readonly forbiddenAs?: string;
  /** Whether it is judged where it is not the first, too. */
  readonly besideOthers?: boolean;
}

/** Sources in the server's order. */
export type SourceTable<V, O> = readonly Source<V, O>[];

/** A source without its own type. */
interface AnySource<O> {
  readonly field: string;
  readonly judgedAs?: string;
  readonly forbiddenAs?: string;
  readonly besideOthers?: boolean;
  judge(source: unknown, path: FieldPath, verdict: Verdict, owner: O): void;
  always?(source: unknown, path: FieldPath, verdict: Verdict, owner: O): void;
}

/** Judges the first source and forbids the others. */
export function judgeOneOf<V extends object, O>(volume: V, table: SourceTable<V, O>, owner: O, path: FieldPath, verdict: Verdict): void {
  let found = false;
  for (const source of table as unknown as readonly AnySource<O>[]) {
    const value = (volume as { readonly [field: string]: unknown })[source.field];
    if (value === undefined) continue;
    if (!found || source.besideOthers) judgeSource(source, value, owner, path, verdict);
    else forbid(source, volume, table, path, verdict);
    source.always?.(value, path.child(source.field), verdict, owner);
    found = true;
  }
  if (!found) verdict.required(path, 'must specify a volume type', { remedy: 'add a source' });
}

function judgeSource<O>(source: AnySource<O>, value: unknown, owner: O, path: FieldPath, verdict: Verdict): void {
  const place = path.child(source.field);
  if (!source.judgedAs) return source.judge(value, place, verdict, owner);
  const name = path.child(source.judgedAs);
  verdict.placed(name, place, () => source.judge(value, name, verdict, owner));
}

function forbid<O>(
  { field, forbiddenAs = field }: AnySource<O>,
  volume: object,
  table: readonly { readonly field: string }[],
  path: FieldPath,
  verdict: Verdict,
): void {
  const used = table.filter((source) => (volume as { readonly [field: string]: unknown })[source.field] !== undefined);
  const remedy = `keep one of ${used.map((source) => source.field).join(', ')}`;
  verdict.forbidden(path.child(forbiddenAs), 'may not specify more than 1 volume type', { at: path.child(field), remedy });
}

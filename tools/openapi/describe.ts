import { type MinorDocuments, type Schema, shortName } from './documents';
import type { Descriptions } from './facts';

/** Descriptions of `types`, each of the newest minor that has it. */
export const describe = (documents: readonly MinorDocuments[], types: readonly string[]): Descriptions =>
  documents.reduce((known: Descriptions, next) => withDescriptions(known, next, types), {});

/** Adds the descriptions that a minor gives of `types`, and drops those of other types. */
export function withDescriptions(
  known: Descriptions,
  { schemas }: MinorDocuments,
  types: readonly string[],
): Descriptions {
  const named = new Map(Object.entries(schemas).map(([name, schema]) => [shortName(name), schema]));
  return Object.fromEntries(
    types.flatMap((type) => {
      const texts = { ...known[type], ...(named.has(type) ? textsOf(named.get(type)!) : {}) };
      return Object.keys(texts).length ? [[type, texts]] : [];
    }),
  );
}

const textsOf = ({ description = '', properties = {} }: Schema): { [field: string]: string } => ({
  '': description,
  ...Object.fromEntries(
    Object.entries(properties).map(([field, { description: text = '' }]) => [field, text]),
  ),
});

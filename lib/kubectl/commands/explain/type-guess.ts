import { type ApiDocuments, itemsOf, type OpenApiSchema, referred, valuesOf } from './api-documents';

/** The type of a field in a word: `string`, `[]Object`, `map[string]string` (typeGuess, kubectl 1.36). */
export function typeGuess(schema: OpenApiSchema, documents: ApiDocuments): string {
  const items = itemsOf(schema);
  if (items) return `[]${typeGuess(items, documents)}`;
  const values = valuesOf(schema);
  if (values) return `map[string]${typeGuess(values, documents)}`;
  if (schema.allOf?.length === 1 && !Object.keys(schema.properties ?? {}).length) {
    return typeGuess(schema.allOf[0], documents);
  }
  if (schema.$ref) return referredType(schema.$ref, documents);
  return schema.type === 'object' ? 'Object' : schema.type || 'Object';
}

/** An object has the name of its type, everything else the type itself. */
function referredType(reference: string, documents: ApiDocuments): string {
  const { type } = referred(reference, documents) ?? {};
  if (type && type !== 'object') return type;
  return reference.split('/').at(-1)!.split('.').at(-1) || 'Object';
}

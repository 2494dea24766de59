/**
 * The items of a list (kind List, PodList, …), as kubectl splits it; undefined if a value is not a list. In a
 * list of one kind, the items need neither kind nor apiVersion.
 */
export function listItems(value: unknown): readonly unknown[] | undefined {
  const { apiVersion, kind, items } = value as { readonly [field: string]: unknown };
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) return undefined;
  return kind === 'List'
    ? items
    : items.map((item) => ofKind(item, apiVersion, kind.slice(0, -'List'.length)));
}

/** unstructuredJSONScheme.decodeToList, apimachinery 1.36. */
function ofKind(item: unknown, apiVersion: unknown, kind: string): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  const head = item as { readonly apiVersion?: unknown; readonly kind?: unknown };
  return head.apiVersion || head.kind ? item : { apiVersion, kind, ...item };
}

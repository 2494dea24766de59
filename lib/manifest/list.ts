/** The items of a list (kind List, PodList, …), as kubectl splits it; undefined if a value is not a list. */
export function listItems(value: unknown): readonly unknown[] | undefined {
  const { kind, items } = value as { readonly kind?: unknown; readonly items?: unknown };
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items) ? items : undefined;
}

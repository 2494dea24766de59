/** The items of a list (kind List, PodList, …), as kubectl takes it apart; undefined if a value is none. */
export function listItems(value: unknown): readonly unknown[] | undefined {
  const { kind, items } = value as { readonly kind?: unknown; readonly items?: unknown };
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items) ? items : undefined;
}

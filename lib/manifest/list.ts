/** What a list and its items begin with. */
interface Head {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
}

/**
 * The items of a list (kind List, PodList, …), as kubectl splits it; undefined if a value is not a list. In a
 * list of one kind, the items need neither kind nor apiVersion.
 */
export function listItems(value: unknown): readonly unknown[] | undefined {
  const { kind, items } = value as Head & { readonly items?: unknown };
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) return undefined;
  return kind === 'List' ? items : items.map((item: unknown) => withKind(item, value as Head));
}

/**
 * An item of a typed list: if it names neither kind nor apiVersion, they are those of the list
 * (decodeToList, apimachinery 1.36).
 */
export function withKind(item: unknown, { apiVersion, kind }: Head): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  const own = item as Head;
  if (isText(own.kind) || isText(own.apiVersion)) return item;
  return { ...item, kind: isText(kind) ? kind.replace(/List$/, '') : kind, apiVersion };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

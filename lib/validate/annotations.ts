interface Annotations {
  readonly [key: string]: string;
}

/**
 * Whether any key begins with the prefix. Asked before the keys that containers may have are put together:
 * hardly any Pod has one.
 */
export function hasPrefix(annotations: Annotations, prefix: string): boolean {
  for (const key in annotations) if (key.startsWith(prefix)) return true;
  return false;
}

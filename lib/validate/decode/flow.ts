import { isMap } from '../../object/value-at';

/** A value as YAML of one line: `{name: "a", ports: [80]}`. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (!isMap(value)) return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  const entries = Object.entries(value).map(([key, entry]) => `${keyOf(key)}: ${flow(entry)}`);
  return `{${entries.join(', ')}}`;
}

/** A key in quotes where YAML would read it as something else. */
const keyOf = (key: string) =>
  /^[A-Za-z_][\w./-]*$/.test(key) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(key)
    ? key
    : JSON.stringify(key);

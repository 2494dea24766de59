/** A scalar that is written as it stands, without quotes. */
export class Plain {
  constructor(readonly text: string) {}
}

/** A manifest as YAML: its fields in lines of their own, and what they contain in JSON. */
export function manifestText(manifest: unknown): string {
  if (!isObject(manifest) || Array.isArray(manifest) || !Object.keys(manifest).length) {
    return `${flow(manifest)}\n`;
  }
  return Object.entries(manifest)
    .map(([key, value]) => `${JSON.stringify(key)}: ${flow(value)}\n`)
    .join('');
}

function flow(value: unknown): string {
  if (value instanceof Plain) return value.text;
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'bigint') return String(value);
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${flow(inner)}`);
  return `{${entries.join(', ')}}`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

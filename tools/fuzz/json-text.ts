/** A value that does not contain itself as JSON, however deep it is. */
export function jsonText(value: unknown): string {
  let text = '';
  const left: { readonly raw?: string; readonly value?: unknown }[] = [{ value }];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.raw !== undefined) text += next.raw;
    else if (isHolder(next.value)) left.push(...partsOf(next.value).reverse());
    else text += scalarText(next.value);
  }
  return text;
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

function partsOf(holder: object): { readonly raw?: string; readonly value?: unknown }[] {
  const isList = Array.isArray(holder);
  const parts = Object.entries(holder).flatMap(([key, value], index) => [
    { raw: `${index ? ',' : ''}${isList ? '' : `${JSON.stringify(key)}:`}` },
    { value: value as unknown },
  ]);
  return [{ raw: isList ? '[' : '{' }, ...parts, { raw: isList ? ']' : '}' }];
}

const scalarText = (value: unknown) =>
  typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? 'null');

/** The way to a value in a manifest. */
export type Way = readonly (string | number)[];

/** A map of a manifest. */
export interface Holder {
  [key: string]: unknown;
}

/** A value in a manifest and where it is. */
export interface Place {
  readonly way: Way;
  readonly value: unknown;
}

/** Every value in a manifest, those that contain others first. */
export function placesIn(value: unknown, way: Way = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const place = [...way, Array.isArray(value) ? Number(key) : key];
    return [{ way: place, value: inner }, ...placesIn(inner, place)];
  });
}

/** The way of a path as a server writes it: `spec.containers[0].env`, `metadata.labels[a.b/c]`. */
export const wayOf = (path: string): Way =>
  [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, subscript, name]) =>
    subscript === undefined ? name : /^\d+$/.test(subscript) ? Number(subscript) : subscript,
  );

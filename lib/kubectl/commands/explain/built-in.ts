import { brotliDecompressSync } from 'node:zlib';
import type { ApiDocuments, ApiResource, OpenApiSchema } from './api-documents';
import { PUBLISHED } from './published-data';

/** What a server of a minor publishes that has nothing but built-in kinds. */
export function builtIn(minor: number): ApiDocuments {
  const { resources, schemas } = published();
  const parsed = new Map<string, OpenApiSchema | undefined>();
  const schemaOf = (name: string) => {
    const form = schemas.get(name)?.find(({ minors }) => minors.includes(minor));
    return form && (JSON.parse(form.text) as OpenApiSchema);
  };
  return {
    resources: resources.filter(({ minors }) => minors.includes(minor)).map(({ resource }) => resource),
    schema(name) {
      if (!parsed.has(name)) parsed.set(name, schemaOf(name));
      return parsed.get(name);
    },
  };
}

interface Published {
  readonly resources: readonly { readonly resource: ApiResource; readonly minors: readonly number[] }[];
  /** The forms that a schema has had. */
  readonly schemas: ReadonlyMap<string, readonly Form[]>;
}

interface Form {
  readonly minors: readonly number[];
  /** JSON. */
  readonly text: string;
}

let read: Published | undefined;

/** The data of all minors, which is uncompressed at the first call. */
function published(): Published {
  if (read) return read;
  const text = brotliDecompressSync(Buffer.from(PUBLISHED, 'base64')).toString();
  const resources: Published['resources'][number][] = [];
  const schemas = new Map<string, Form[]>();
  for (const line of text.split('\n')) {
    const [name, minors, json] = line.includes('{') ? partsOf(line) : [line];
    if (json === undefined) resources.push(resourceOf(line));
    else schemas.set(name, [...(schemas.get(name) ?? []), { minors: numbersIn(minors!), text: json }]);
  }
  return (read = { resources, schemas });
}

/** `type minors schema`. */
function partsOf(line: string): string[] {
  const first = line.indexOf(' ');
  const second = line.indexOf(' ', first + 1);
  return [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)];
}

/** `group/version Kind plural singular type minors shortName…`. */
function resourceOf(line: string): Published['resources'][number] {
  const [apiVersion, kind, plural, singular, type, minors, ...shortNames] = line.split(' ');
  const [group, version] = apiVersion.split('/');
  return {
    resource: { group, version, kind, plural, singular, type, shortNames },
    minors: numbersIn(minors),
  };
}

const numbersIn = (text: string) => text.split(',').map(Number);

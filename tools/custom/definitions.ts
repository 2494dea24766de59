import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Source } from '../../lib/manifest/source';
import { definitionsOf, definitionTexts } from '../../lib/validate/custom-kinds/definitions';

export type Definition = any;

/** The definitions in files and below folders, each once. */
export function definitionsBelow(paths: readonly string[]): Definition[] {
  const found = new Map<string, Definition>();
  for (const file of paths.flatMap(filesBelow)) {
    for (const crd of definitionTexts(readFileSync(file, 'utf8')).flatMap(definitionsOf) as Definition[]) {
      const name = crd.metadata?.name as string | undefined;
      if (name !== undefined && !found.has(name)) found.set(name, crd);
    }
  }
  return [...found.values()];
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
    .filter((file) => /\.(?:ya?ml|json)$/.test(file));
}

/** What every group begins with, so that no other definition of the server is in the way. */
const PREFIX = 'crd-test.';

/** The API version of a custom resource whose group is one of its own. */
export const inGroup = (apiVersion: string) => `${PREFIX}${apiVersion}`;

/** The custom resources of a file. */
export const resourcesIn = (file: string): Definition[] =>
  [...new Source(readFileSync(file, 'utf8'), file).documents()].map(({ value }) => value);

/** A definition in a group of its own, without a webhook that converts. */
export function apart(crd: Definition): Definition {
  const { conversion, ...spec } = crd.spec;
  const group = `${PREFIX}${spec.group}`;
  return {
    apiVersion: crd.apiVersion,
    kind: crd.kind,
    metadata: {
      name: `${spec.names?.plural}.${group}`,
      annotations: {
        'api-approved.kubernetes.io':
          crd.metadata.annotations?.['api-approved.kubernetes.io'] ?? 'unapproved, test',
      },
    },
    spec: { ...spec, group },
  };
}

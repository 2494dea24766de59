import { isMap } from '../../object/value-at';
import type { RawFinding } from '../collector';
import { groupOf } from '../unknown-kinds/own-groups';
import { toolOfGroup } from './tool-groups';
import type { SourceSort } from './sorts';

type Fields = { readonly [field: string]: unknown };

/** What a file of this name is, whatever is in it. */
export function sortByName(file: string): SourceSort | undefined {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

const NAMES: readonly (readonly [RegExp, SourceSort])[] = [
  [/^(?:kustomization\.ya?ml|Kustomization)$/, 'kustomization'],
  [/^Chart\.ya?ml$/, 'chart'],
];

/** What files of these names are if they have neither apiVersion nor kind. */
const NAMES_WITHOUT_KIND: readonly (readonly [RegExp, SourceSort])[] = [
  [/^(?:values(?:[-_.].+)?|.+[-_.]values)\.(?:ya?ml|json)$/, 'chart-values'],
  [/^(?:docker-)?compose(?:[-.].+)?\.ya?ml$/, 'compose'],
  [/^helmfile(?:[-.].+)?\.ya?ml$/, 'helmfile'],
];

/** What a document is that no server accepts: nothing of it is validated if that is certain. */
export function recognized(
  value: unknown,
  file: string | undefined,
  findings: readonly RawFinding[],
): SourceSort | undefined {
  if (Array.isArray(value)) return value.length && value.every(isJsonPatch) ? 'kustomize-patch' : undefined;
  if (!isMap(value)) return undefined;
  if (isEncrypted(value)) return 'encrypted';
  if ('$patch' in value || findings.some(isPatchDirective)) return 'kustomize-patch';
  return value.apiVersion === undefined && value.kind === undefined
    ? withoutKind(value, file)
    : withKind(value, file);
}

function withKind(value: Fields, file: string | undefined): SourceSort | undefined {
  const { apiVersion, kind } = value;
  if (kind === undefined) return isChart(value, file) ? 'chart' : undefined;
  if (typeof apiVersion !== 'string') return undefined;
  if (apiVersion === 'v1' && kind === 'Config' && ('clusters' in value || 'contexts' in value)) {
    return 'kubeconfig';
  }
  return toolOfGroup(groupOf(apiVersion) || apiVersion);
}

function withoutKind(value: Fields, file: string | undefined): SourceSort | undefined {
  const name = file?.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const named = name === undefined ? undefined : sortByName(name);
  if (named) return named;
  if (some(value.services, ({ image, build }) => image !== undefined || build !== undefined)) {
    return 'compose';
  }
  if (some(value.jobs, (job) => 'runs-on' in job || 'uses' in job)) return 'workflow';
  if (Array.isArray(value.releases) && value.releases.some((one) => isMap(one) && 'chart' in one)) {
    return 'helmfile';
  }
  return name === undefined ? undefined : NAMES_WITHOUT_KIND.find(([pattern]) => pattern.test(name))?.[1];
}

/** https://helm.sh/docs/topics/charts: a version is required, a kind there is not. */
const isChart = ({ apiVersion, name, version }: Fields, file: string | undefined) =>
  (apiVersion === 'v1' || apiVersion === 'v2') &&
  typeof name === 'string' &&
  (version !== undefined || (file !== undefined && sortByName(file) === 'chart'));

/** Its metadata, which SOPS adds to every file in YAML or JSON. */
const isEncrypted = ({ sops }: Fields) =>
  isMap(sops) && ['mac', 'version', 'lastmodified'].some((field) => field in sops);

const DIRECTIVE = /^\$(?:patch|retainKeys|setElementOrder\/.*|deleteFromPrimitiveList\/.*)$/;

/** Fields of strategic merge patches, which no object has. */
const isPatchDirective = ({ rule, path: { last } }: RawFinding) =>
  rule === 'unknown-field' && typeof last === 'string' && DIRECTIVE.test(last);

const isJsonPatch = (value: unknown) =>
  isMap(value) && typeof value.op === 'string' && typeof value.path === 'string';

const some = (value: unknown, holds: (item: Fields) => boolean) =>
  isMap(value) && Object.values(value).some((item) => isMap(item) && holds(item));

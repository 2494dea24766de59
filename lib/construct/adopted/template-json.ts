import type { ApiObject } from 'cdk8s';
import type { Container, Volume } from '../../k8s';
import { toManifest } from '../../k8s/render';
import type { InitStage } from '../../pod/init-stage';
import { PodModel } from '../../pod/pod-model';
import type { PodObjects } from '../../pod/pod-object';
import { renderOptions } from '../render-options';
import { isMap, valueAt } from '../../object/value-at';

type Map = { readonly [key: string]: unknown };

const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

/** The model of a Pod as a manifest has it. */
export function modelOf(
  json: object,
  path: readonly string[],
  stageOf?: (name: string) => InitStage | undefined,
  objects?: PodObjects,
): PodModel {
  const template = valueAt(json, path);
  const spec = mapAt(template, 'spec');
  const containers = listAt(spec, 'containers') as Container[];
  const named = mapAt(mapAt(template, 'metadata'), 'annotations')[DEFAULT_CONTAINER];
  return new PodModel({
    spec,
    containers,
    main: Math.max(
      0,
      containers.findIndex(({ name }) => name === named),
    ),
    initContainers: listAt(spec, 'initContainers') as Container[],
    volumes: listAt(spec, 'volumes') as Volume[],
    claims: listAt(mapAt(json, 'spec'), 'volumeClaimTemplates').map(
      (claim) => mapAt(claim, 'metadata').name as string,
    ),
    stageOf,
    objects,
  });
}

/** A Pod's metadata and spec in a manifest, with what its model has by now. */
export function templateOfModel(template: unknown, model: PodModel, object: ApiObject): object {
  const given = mapAt(template, 'spec');
  const changed = Object.entries(model.toSpec()).filter(([field, value]) => !isSame(given[field], value));
  const rendered = toManifest(
    { spec: Object.fromEntries(changed) },
    { spec: 'PodSpec' },
    renderOptions(object),
  ) as { readonly spec: Map };
  const metadata = withEntries(
    withEntries(mapAt(template, 'metadata'), 'labels', model.labels),
    'annotations',
    model.annotations,
  );
  const sorted = (map: Map) =>
    renderOptions(object).sorted
      ? Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)))
      : map;
  return {
    ...(template as Map),
    ...(Object.keys(metadata).length ? { metadata: sorted(metadata) } : {}),
    spec: sorted({ ...given, ...rendered.spec }),
  };
}

function withEntries(metadata: Map, field: string, added: Map): Map {
  return Object.keys(added).length
    ? { ...metadata, [field]: { ...mapAt(metadata, field), ...added } }
    : metadata;
}

/** Whether a field holds what it did: the same value, or a list of the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function mapAt(value: unknown, key: string): Map {
  const map = valueAt(value, [key]);
  return isMap(map) ? map : {};
}

function listAt(value: Map, key: string): unknown[] {
  const list = value[key];
  return Array.isArray(list) ? list.filter(isMap) : [];
}

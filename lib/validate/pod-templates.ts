import { FieldPath } from './path';
import { allKinds, structOf } from './schema/schema';
import type { PodTemplateSpec } from './schema/types';

const POD = 'core.v1.Pod';
const TEMPLATE = 'core.v1.PodTemplateSpec';

/** Fields that may lead to a template. */
const WAYS = ['template', 'spec', 'jobTemplate'];

const known = new Map<string, readonly string[] | undefined>();

/**
 * The fields that lead from a struct, such as `apps.v1.Deployment`, to its Pod template, as their types say;
 * empty for a Pod, which is its own, and undefined if there is none.
 */
export function podTemplatePath(struct: string): readonly string[] | undefined {
  if (struct === POD) return [];
  if (!known.has(struct)) known.set(struct, pathFrom(struct));
  return known.get(struct);
}

function pathFrom(struct: string): readonly string[] | undefined {
  const fields = structOf(struct);
  for (const name of WAYS) {
    const type = fields.get(name)?.type;
    if (type?.form !== 'struct') continue;
    const rest = type.struct === TEMPLATE ? [] : pathFrom(type.struct);
    if (rest) return [name, ...rest];
  }
  return undefined;
}

/** Kinds of Kubernetes that hold a Pod. */
export const podKinds = () =>
  [...allKinds()].filter(([, { struct }]) => podTemplatePath(struct)).map(([kind]) => kind.split(' ')[1]);

/** Where a manifest holds a Pod. */
export interface PodPlace {
  /** What has `metadata` and `spec`. */
  readonly template: PodTemplateSpec;
  readonly path: FieldPath;
  /** What holds the template, such as a Job's spec; undefined for a Pod. */
  readonly owner?: object;
}

/** The Pod in a manifest, undefined if there is none. `kind` is `apiVersion kind`. */
export function podPlace(kind: string, object: object): PodPlace | undefined {
  const struct = allKinds().get(kind)?.struct;
  const way = struct && podTemplatePath(struct);
  if (!way) return undefined;
  let template: object | undefined = object;
  let owner: object | undefined;
  for (const field of way) {
    owner = template;
    template = (template as { readonly [field: string]: object | undefined })[field];
    if (!template) return undefined;
  }
  return { template, owner, path: way.length ? FieldPath.ROOT.field(...way) : FieldPath.ROOT };
}

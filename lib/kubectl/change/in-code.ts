import { minorOf } from '../../validate/kubernetes-version';
import { KubectlError, throwAll } from '../errors';
import { noOption } from '../given-options';
import { parseToLabelSelector } from '../go/label-selector';
import type { Made } from '../make';
import { plain, readGiven } from '../manifests/plain';
import { readTyped, type TypedManifest } from '../manifests/typed';
import { readUnstructured, type UnstructuredManifest } from '../manifests/unstructured';
import type {
  KubectlAnnotateOptions,
  KubectlChangeOptions,
  KubectlLabelOptions,
  KubectlPatchOptions,
  KubectlSetEnvOptions,
  KubectlSetImageOptions,
  KubectlSetResourcesOptions,
  KubectlSetSubjectOptions,
} from '../options/change';
import type { Pairs } from '../pairs';
import { patchJson } from '../patch/json-text';
import { patched, patchTypeOf } from '../patch/patch';
import { goJson } from '../print/json';
import { checkEnvKept, parseEnv, setEnv as changeEnv } from './env';
import { imageProblem, setImages } from './image';
import { changeAnnotations, changeLabels, checkAnnotationChanges, parseLabelChanges } from './labels';
import { podSpecOf, selectedContainers } from './pod-spec';
import { amountsIn, setResources as changeResources } from './resources';
import { setSelector as changeSelector } from './selector';
import { addSubjects, checkSubjects } from './subjects';

/** The commands that change a manifest, as methods in code call them. */

export function setImage(manifest: unknown, options: KubectlSetImageOptions): Made {
  const images = new Map(Object.entries(options.images));
  const problem = imageProblem(images);
  if (problem !== undefined) throw new KubectlError(problem);
  return typed(manifest, options, ['images'], (object) => throwAll(setImages(podSpecOf(object), images)));
}

export function setEnv(manifest: unknown, options: KubectlSetEnvOptions): Made {
  const { env = {}, remove = [], containers = '*', overwrite = true } = options;
  const change = parseEnv([...pairs(env, 'env'), ...remove.map((name) => `${name}-`)], () => '');
  return typed(manifest, options, ['env', 'remove', 'containers', 'overwrite'], (object) => {
    const selected = selectedContainers(podSpecOf(object), containers);
    if (!selected.length) throw noContainer(containers);
    for (const container of selected) {
      if (!overwrite) checkEnvKept(container, change);
      changeEnv(container, change);
    }
  });
}

const noContainer = (containers: string) => new KubectlError(`unable to find container named ${containers}`);

export function setResources(manifest: unknown, options: KubectlSetResourcesOptions): Made {
  const { limits = {}, requests = {}, containers = '*' } = options;
  const amounts = {
    limits: amountsIn(pairs(limits, 'limits').join(',')),
    requests: amountsIn(pairs(requests, 'requests').join(',')),
  };
  if (!amounts.limits && !amounts.requests) {
    throw new KubectlError(
      'you must specify an update to requests or limits (in the form of --requests/--limits)',
    );
  }
  return typed(manifest, options, ['limits', 'requests', 'containers'], (object) => {
    if (!changeResources(podSpecOf(object), containers, amounts)) throw noContainer(containers);
  });
}

export const setServiceAccount = (manifest: unknown, name: string, options: KubectlChangeOptions): Made =>
  typed(manifest, options, [], (object) => {
    podSpecOf(object).serviceAccountName = name;
  });

export const setSelector = (manifest: unknown, selector: string, options: KubectlChangeOptions): Made =>
  typed(manifest, options, [], (object, minor) =>
    changeSelector(object, parseToLabelSelector(selector, minor)),
  );

const DEFAULT_NAMESPACE = 'default';

export function setSubject(manifest: unknown, options: KubectlSetSubjectOptions): Made {
  const { users = [], groups = [], serviceAccounts = [] } = options;
  const subjects = { users, groups, serviceAccounts };
  return typed(manifest, options, ['users', 'groups', 'serviceAccounts'], (object) => {
    checkSubjects(subjects, [object]);
    addSubjects(object, subjects, DEFAULT_NAMESPACE);
  });
}

export const label = (manifest: unknown, options: KubectlLabelOptions): Made =>
  unstructured(manifest, options, ['labels', 'remove', 'overwrite'], (object, minor) => {
    const { labels = {}, remove = [], overwrite = false } = options;
    const changes = parseLabelChanges([...pairs(labels, 'labels'), ...remove.map((key) => `${key}-`)], minor);
    checkAny(changes, 'label');
    changeLabels(object, { ...changes, overwrite });
    return object;
  });

export const annotate = (manifest: unknown, options: KubectlAnnotateOptions): Made =>
  unstructured(manifest, options, ['annotations', 'remove', 'overwrite'], (object) => {
    const { annotations = {}, remove = [], overwrite = false } = options;
    const changes = { set: new Map(Object.entries(annotations)), removed: remove };
    checkAny(changes, 'annotation');
    checkAnnotationChanges(changes);
    changeAnnotations(object, { ...changes, overwrite });
    return object;
  });

function checkAny({ set, removed }: Pairs, what: string): void {
  if (!set.size && !removed.length) throw new KubectlError(`at least one ${what} update is required`);
}

export const patch = (manifest: unknown, change: unknown, options: KubectlPatchOptions): Made =>
  unstructured(manifest, options, ['type'], (object, minor) => {
    const json = typeof change === 'string' ? patchJson(change, change) : goJson(plain(change, 'patch'));
    return patched(object, patchTypeOf(options.type ?? ''), json, minor);
  });

/** `key=value` for each entry; a key with `=` would be read as another. */
function pairs(map: { readonly [key: string]: string }, option: string): string[] {
  const wrong = Object.keys(map).find((key) => key.includes('='));
  if (wrong !== undefined) throw new Error(`${option} has a key "${wrong}": "=" cannot stand in a key`);
  return Object.entries(map).map(([key, value]) => `${key}=${value}`);
}

function typed(
  manifest: unknown,
  options: KubectlChangeOptions,
  known: readonly string[],
  change: (object: TypedManifest, minor: number) => void,
): Made {
  const minor = minorFor(options, known);
  const object = readGiven(readTyped(minor), manifest);
  change(object, minor);
  return { manifest: object.toObject(), warnings: [] };
}

type Change = (object: UnstructuredManifest, minor: number) => UnstructuredManifest;

function unstructured(
  manifest: unknown,
  options: KubectlChangeOptions,
  known: readonly string[],
  change: Change,
): Made {
  const minor = minorFor(options, known);
  const object = readGiven(readUnstructured(minor), manifest);
  return { manifest: change(object, minor).toObject(), warnings: [] };
}

function minorFor(options: KubectlChangeOptions, known: readonly string[]): number {
  const all = [...known, 'kubernetesVersion'];
  const unknown = Object.keys(options).find((option) => !all.includes(option));
  if (unknown !== undefined) noOption(unknown, all);
  return minorOf(options.kubernetesVersion);
}

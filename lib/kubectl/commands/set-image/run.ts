import { imageProblem, setImages } from './change';
import { podSpecOf } from '../../change/pod-spec';
import { KubectlError, throwIfAny } from '../../errors';
import type { SET_IMAGE_FLAGS } from './flags';
import { LOCAL_RESOURCES } from '../../manifests/paths';
import { readTyped } from '../../manifests/typed';
import { type Pairs, parsePairs } from '../../flag-values/pairs';
import type { Invocation } from '../../invocation/invocation';
import { type DryRun, dryRunOf } from '../../invocation/dry-run';
import { changeAll, record } from '../../invocation/change-all';
import { checkLocal, validatedUnlessLocal, GivenManifests } from '../../invocation/given-manifests';
import {
  BOTH_ALL_AND_SELECTOR,
  BOTH_LOCAL_AND_SERVER,
  NO_RESOURCES_NAMED,
  resourcesAndPairs,
} from '../../invocation/pairs';

type SetImage = Invocation<typeof SET_IMAGE_FLAGS>;

/** kubectl set image, 1.36. */
export function setImage(invocation: SetImage): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = invocation.printer('image updated', dryRun);
  const { resources, pairs } = resourcesAndPairs(invocation.args, 'image');
  const { set } = parsePairs(pairs, 'image', false);
  if (values.local && resources.length) throw new KubectlError(LOCAL_RESOURCES);
  const manifests = new GivenManifests(invocation, values.local).all(readTyped(minor));
  throwIfAny(problems(invocation, resources, set, dryRun).map((problem) => new KubectlError(problem)));
  checkLocal(invocation, values.local, dryRun);
  const errors: KubectlError[] = [];
  changeAll(manifests, {
    errors,
    change(manifest) {
      errors.push(...setImages(podSpecOf(manifest), set));
      record(manifest, invocation);
      return true;
    },
    print: (manifest) =>
      printer.print(validatedUnlessLocal(manifest.toObject(), values.local, dryRun, invocation)),
  });
}

/** SetImageOptions.Validate, 1.36. */
function problems(
  { values }: SetImage,
  resources: readonly string[],
  images: Pairs['set'],
  dryRun: DryRun,
): string[] {
  return [
    values.all && values.selector ? BOTH_ALL_AND_SELECTOR : '',
    !resources.length && !values.filename.length && !values.kustomize ? NO_RESOURCES_NAMED : '',
    imageProblem(images) ?? '',
    values.local && dryRun === 'server' ? BOTH_LOCAL_AND_SERVER : '',
  ].filter(Boolean);
}

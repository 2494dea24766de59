import { AUTOSCALE_FLAGS } from './flags/autoscale';
import { EXPOSE_FLAGS } from './flags/expose';
import { CREATE_FLAGS } from './flags/common';
import type { FlagTable } from './flags/flag';
import { GENERATORS } from './generate';
import { autoscalerOf, checkAutoscale } from './generate/autoscale';
import { jobOfCronJob } from './generate/create-job';
import { Exposer } from './generate/expose';
import { checkExposable, type Exposed } from './generate/exposed';
import type { Generator } from './generate/generator';
import { givenByOptions, type Options } from './given-options';
import type { JsonObject } from './go/object';
import { plain, readGiven } from './manifests/plain';
import { readTyped } from './manifests/typed';
import { readUnstructured } from './manifests/unstructured';
import { withSavedConfig } from './saved-config';

export { toJson } from './print/json';
export { toYaml } from './print/yaml';

/** A manifest, and what is said on the way and not refused. */
export interface Made {
  readonly manifest: JsonObject;
  readonly warnings: string[];
}

/** What a generator makes of a name and options. */
export function made(generator: keyof typeof GENERATORS, name: string, options: Options): Made {
  const { flags, generate } = GENERATORS[generator] as unknown as Generator<FlagTable>;
  return manifestOf(options, (warn) => generate(givenByOptions(flags, name, options, warn)));
}

/** The Job that a CronJob makes. */
export const jobFrom = (name: string, cronJob: unknown, options: Options) =>
  manifestOf(options, (warn) =>
    jobOfCronJob(givenByOptions(CREATE_FLAGS, name, options, warn), plain(cronJob, 'cronJob') as JsonObject),
  );

/** The Service for an object. */
export const exposed = (manifest: unknown, options: Options) =>
  manifestOf(options, (warn) => {
    const { values, namespace, minor } = givenByOptions(EXPOSE_FLAGS, '', options, warn);
    const head = readGiven(readUnstructured(minor), manifest);
    if (head.apiVersion) checkExposable(head);
    const { apiVersion, kind, object } = readGiven(readTyped(minor), manifest);
    return new Exposer(values, namespace, minor).service({ ...object, apiVersion, kind } as Exposed);
  });

/** The HorizontalPodAutoscaler for an object. */
export const autoscaled = (manifest: unknown, options: Options) =>
  manifestOf(options, (warn) => {
    const { values, namespace, minor } = givenByOptions(AUTOSCALE_FLAGS, '', options, warn);
    checkAutoscale(values);
    return autoscalerOf(readGiven(readUnstructured(minor), manifest), values, namespace, minor);
  });

function manifestOf(options: Options, make: (warn: (text: string) => void) => JsonObject): Made {
  const warnings: string[] = [];
  const manifest = make((text) => warnings.push(text));
  return {
    manifest: 'saveConfig' in options && options.saveConfig ? withSavedConfig(manifest) : manifest,
    warnings,
  };
}

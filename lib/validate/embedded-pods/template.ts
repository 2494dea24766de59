import type { Collector } from '../collector';
import type { Field } from '../field';
import type { Container, JobSpec, JobTemplateSpec, PodSpec, PodTemplateSpec } from '../schema/types';
import type { PodDefaults, PodType } from './embedded-pod';
import { templateOfContainer, templateOfSpec } from './implied';

/** A Pod template, where the manifest has it, and the Job around it. */
export interface EmbeddedTemplate {
  readonly template: PodTemplateSpec;
  readonly at: Field;
  readonly job?: { readonly spec: JobSpec; readonly at: Field };
}

/** The template in a value that has been decoded; what is missing on the way is made. */
export function templateIn(value: object, type: PodType, at: Field, collector: Collector): EmbeddedTemplate {
  switch (type) {
    case 'Pod':
    case 'PodTemplateSpec':
      return { template: value, at };
    case 'PodSpec':
      return { template: { spec: value as PodSpec }, at: templateOfSpec(at, collector) };
    case 'Container':
      return {
        template: { spec: { containers: [value as Container] } },
        at: templateOfContainer(at, collector),
      };
    case 'JobSpec':
      return templateInJob(value, at);
    case 'JobTemplateSpec':
      return templateInJob(((value as JobTemplateSpec).spec ??= {}), at.field('spec'));
  }
}

const templateInJob = (spec: JobSpec, at: Field): EmbeddedTemplate => ({
  template: (spec.template ??= {}),
  at: at.field('template'),
  job: { spec, at },
});

/** Sets what a controller sets where the manifest sets nothing. */
export function fillIn(
  { template, job }: EmbeddedTemplate,
  { spec, container, job: ofJob }: PodDefaults,
): void {
  fill(job?.spec, ofJob);
  fill((template.spec ??= {}), spec);
  const { containers = [], initContainers = [] } = template.spec;
  const all = [...initContainers, ...containers];
  const unnamed = all.filter(({ name }) => !name);
  for (const one of all) fill(one, container);
  if (unnamed.length > 1) unnamed.forEach((one, index) => (one.name &&= `${one.name}-${index}`));
}

function fill<T extends object>(object: T | undefined, defaults: T | undefined): void {
  if (!object || !defaults) return;
  for (const key of Object.keys(defaults) as (keyof T)[]) {
    if (object[key] === undefined || object[key] === '') object[key] = defaults[key];
  }
}

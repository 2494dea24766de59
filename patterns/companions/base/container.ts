import type { Container, EnvVar, VolumeMount } from '../../../lib/k8s';
import type { CompanionConfig, CompanionOptions, CompanionProps } from '../options';
import { configMount } from './config';
import { imageOf } from './image';
import { writableMounts } from './writable';

/** Options that take the place of a field of the container. */
const REPLACING = [
  'imagePullPolicy',
  'envFrom',
  'startupProbe',
  'readinessProbe',
  'livenessProbe',
  'lifecycle',
  'resources',
  'securityContext',
] as const;

/** The container of a companion with everything that the options change. */
export function companionContainer(
  props: CompanionProps,
  options: CompanionOptions,
  config?: CompanionConfig,
): Container {
  const { container, writablePaths = [] } = props;
  const name = options.name ?? container.name;
  const replaced = REPLACING.filter((field) => options[field] !== undefined);
  return {
    ...withoutEmptyLists(container),
    name,
    image: imageOf(container.image, options),
    ...list('args', [...(container.args ?? []), ...(options.args ?? [])]),
    ...list('env', mergedEnv(container.env, options.env)),
    ...Object.fromEntries(replaced.map((field) => [field, options[field]])),
    ...list<VolumeMount>('volumeMounts', [
      ...(config ? [configMount(name, config)] : []),
      ...writableMounts(name, writablePaths),
      ...(container.volumeMounts ?? []),
      ...(options.volumeMounts ?? []),
    ]),
  };
}

/** Companions compose lists that can turn out to be empty. */
const withoutEmptyLists = ({ args, env, volumeMounts, ...rest }: Container): Container => rest;

const list = <T>(field: string, items: readonly T[]) => (items.length ? { [field]: items } : {});

function mergedEnv(own: readonly EnvVar[] = [], given: readonly EnvVar[] = []): EnvVar[] {
  const names = new Set(given.map(({ name }) => name));
  return [...own.filter(({ name }) => !names.has(name)), ...given];
}

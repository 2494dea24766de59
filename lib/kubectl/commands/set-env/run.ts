import { checkEnvKept, type EnvChange, envOf, isEnvChange, parseEnv, setEnv as change } from './change';
import { type Container, podSpecOf, selectedContainers } from '../../change/pod-spec';
import { KubectlError } from '../../errors';
import type { SET_ENV_FLAGS } from './flags';
import { readTyped, type TypedManifest } from '../../manifests/typed';
import { quote } from '../../../go/format';
import type { Invocation } from '../../invocation/invocation';
import { type DryRun, dryRunOf } from '../../invocation/dry-run';
import { checkKubeconfig } from '../../invocation/kubeconfig';
import { changeAll } from '../../invocation/change-all';
import { listEnv } from './list';
import { checkLocal, validatedUnlessLocal, GivenManifests, stdinOf } from '../../invocation/given-manifests';
import { BOTH_ALL_AND_SELECTOR, BOTH_LOCAL_AND_SERVER, NO_RESOURCES_NAMED } from '../../invocation/pairs';

type SetEnv = Invocation<typeof SET_ENV_FLAGS>;

/** kubectl set env, 1.36. */
export function setEnv(invocation: SetEnv): void {
  const { values, minor, printed } = invocation;
  if (values.all && values.selector) throw new KubectlError(BOTH_ALL_AND_SELECTOR);
  const { resources, changes } = resourcesAndChanges(invocation.args);
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = invocation.printer('env updated', dryRun);
  check(invocation, resources, dryRun);
  checkKubeconfig(invocation);
  checkLocal(invocation, values.local, values.list ? 'client' : dryRun);
  const stdin = stdinOf(invocation);
  const env = envOfAll(invocation, changes, stdin);
  const manifests = new GivenManifests(invocation, values.local, stdin);
  if (env.fromStdin) manifests.useStdin();
  changeAll(listed(invocation, manifests.all(readTyped(minor)), env), {
    change: (manifest) => changeEnv(manifest, env, invocation),
    print: (manifest) =>
      printer.print(validatedUnlessLocal(manifest.toObject(), values.local, dryRun, invocation)),
  });
}

/** Resources come first (SplitEnvironmentFromResources, 1.36). */
function resourcesAndChanges(args: readonly string[]): {
  readonly resources: readonly string[];
  readonly changes: readonly string[];
} {
  const first = args.findIndex(isEnvChange);
  if (first < 0) return { resources: args, changes: [] };
  if (!args.slice(first).every(isEnvChange)) {
    throw new KubectlError(`all resources must be specified before environment changes: ${args.join(' ')}`);
  }
  return { resources: args.slice(0, first), changes: args.slice(first) };
}

/** EnvOptions.Validate, 1.36. */
function check({ values }: SetEnv, resources: readonly string[], dryRun: DryRun): void {
  if (values.local && dryRun === 'server') throw new KubectlError(BOTH_LOCAL_AND_SERVER);
  if (!values.filename.length && !resources.length) throw new KubectlError(NO_RESOURCES_NAMED);
  if (values.list && values.output) {
    throw new KubectlError('--list and --output may not be specified together');
  }
  if (values.keys.length && !values.from) {
    throw new KubectlError('when specifying --keys, a configmap or secret must be provided with --from');
  }
}

type GivenEnv = EnvChange & { readonly fromStdin: boolean };

/**
 * The variables of the command line, and those of `--from`, which without a cluster are those of the files.
 */
function envOfAll(invocation: SetEnv, changes: readonly string[], stdin: () => Buffer): GivenEnv {
  const { values } = invocation;
  const given = parseEnv([...values.env, ...changes], () => stdin().toString());
  const set = values.from ? [...given.set, ...envFrom(invocation, given.fromStdin, stdin)] : given.set;
  return {
    ...given,
    set: set.map((variable) => ({ ...variable, name: values.prefix + (variable.name ?? '') })),
  };
}

function envFrom(invocation: SetEnv, fromStdin: boolean, stdin: () => Buffer): EnvChange['set'] {
  const { values, minor, printed } = invocation;
  const manifests = new GivenManifests(invocation, values.local, stdin);
  if (fromStdin) manifests.useStdin();
  const warn = (text: string) => {
    printed.stderr += `Warning: ${text}\n`;
  };
  return manifests.all(readTyped(minor)).flatMap((manifest) => envOf(manifest, values.keys, warn));
}

/** Where the variables are listed, nothing else is said. */
function listed(
  invocation: SetEnv,
  manifests: readonly TypedManifest[],
  env: EnvChange,
): readonly TypedManifest[] {
  if (!invocation.values.list) return manifests;
  for (const manifest of manifests) {
    try {
      changeEnv(manifest, env, invocation);
    } catch (error) {
      if (!(error instanceof KubectlError)) throw error;
    }
  }
  return [];
}

function changeEnv(manifest: TypedManifest, env: EnvChange, invocation: SetEnv): boolean {
  const { values, printed } = invocation;
  const containers = selectedContainers(podSpecOf(manifest), values.containers);
  if (!containers.length) {
    printed.stderr += `Warning: ${kindOf(manifest)}/${manifest.name} does not have any containers matching ${quote(values.containers)}\n`;
  }
  const unresolved = containers.filter((container) => !changeContainer(container, manifest, env, invocation));
  if (unresolved.length) throw new KubectlError('failed to retrieve valueFrom references');
  return true;
}

/** Whether all that was to be listed could be. */
function changeContainer(
  container: Container,
  manifest: TypedManifest,
  env: EnvChange,
  { values, printed, minor }: SetEnv,
): boolean {
  if (!values.overwrite) checkEnvKept(container, env);
  change(container, env);
  if (!values.list) return true;
  const { text, problems } = listEnv(container, {
    manifest,
    minor,
    kind: kindOf(manifest),
    resolve: values.resolve,
  });
  printed.stdout += text;
  printed.stderr += problems.map((problem) => `${problem}\n`).join('');
  return !problems.length;
}

const kindOf = ({ kind, struct }: TypedManifest) => kind || struct.split('.').at(-1)!;

import { quote } from '../../go/format';
import { kindOf } from '../../validate/schema/schema';
import { KubectlError } from '../errors';
import { fileProblem } from '../files';
import type { JsonObject } from '../../go/object';
import type { Manifest, ReadManifest } from '../manifests/manifest';
import { type FilenameFlags, SourceFinder, type Sources } from '../manifests/paths';
import { type VisitOptions, visitManifests } from '../manifests/visit';
import type { GlobalValues, Invocation } from './invocation';
import { type DryRun, needsCluster } from './dry-run';
import { validatedForDryRun } from './validate-dry-run';
import { checkKubeconfig, checkKubeconfigNamespace, type Kubeconfig } from './kubeconfig';
import { checkServed } from './served';

/** A command line that names files. */
export type ManifestInvocation = Pick<Invocation, 'args' | 'minor' | 'printed' | 'world'> & {
  readonly values: FilenameFlags & Pick<GlobalValues, 'namespace'>;
};
type ChangeInvocation = ManifestInvocation & { readonly values: Kubeconfig };

const DEFAULT_NAMESPACE = 'default';

/** Fails if no files are specified, or if objects in a cluster would be changed. */
export function checkLocal(invocation: ChangeInvocation, local: boolean, dryRun: DryRun): void {
  const { values, args } = invocation;
  if (local) return checkKubeconfigNamespace(invocation);
  checkKubeconfig(invocation);
  if (!values.filename.length && !values.kustomize) {
    throw needsCluster(args.length ? `${quote(args.join(' '))}` : 'to find objects');
  }
  if (dryRun === 'none') throw needsCluster('to change an object');
}

function readStdin({ stdin }: Invocation['world']): Buffer {
  try {
    return stdin();
  } catch (error) {
    throw new KubectlError(`STDIN ${fileProblem(error)}`);
  }
}

/** Standard input, which can be read once: after that it is at its end. */
export function stdinOf({ world }: Pick<Invocation, 'world'>): () => Buffer {
  let read = false;
  return () => {
    const bytes = read ? Buffer.alloc(0) : readStdin(world);
    read = true;
    return bytes;
  };
}

/** The manifests that a command line names. */
export class GivenManifests {
  private readonly finder: SourceFinder;

  constructor(
    private readonly invocation: ManifestInvocation,
    private readonly local: boolean,
    stdin = stdinOf(invocation),
  ) {
    this.finder = new SourceFinder({ files: invocation.world.files, stdin }, invocation.values);
  }

  /** Standard input is also used elsewhere. */
  useStdin(): void {
    this.finder.useStdin();
  }

  fail(message: string): void {
    this.finder.fail(message);
  }

  /** @throws KubectlError of what is wrong with the names of files */
  sources(): Sources {
    return this.finder.found();
  }

  /** @throws KubectlError of all that went wrong */
  visit<T extends Manifest>(
    read: ReadManifest<T>,
    visit: (manifest: T, source: string) => void,
    looks: Partial<VisitOptions<T>> = {},
  ): void {
    const { minor } = this.invocation;
    const recognize: VisitOptions<T>['recognize'] = this.local
      ? undefined
      : (manifest, source) => checkServed(manifest, minor, source);
    visitManifests(
      this.sources().sources,
      { ...looks, read, minor, recognize, prepare: (manifest) => this.prepare(manifest) },
      visit,
    );
  }

  all<T extends Manifest>(read: ReadManifest<T>): readonly T[] {
    const manifests: T[] = [];
    this.visit(read, (manifest) => manifests.push(manifest));
    return manifests;
  }

  /** The namespace that is asked for; objects must not name another. */
  get namespace(): string {
    return this.invocation.values.namespace || DEFAULT_NAMESPACE;
  }

  /**
   * SetNamespace, RequireNamespace and FilterNamespace, cli-runtime 1.36; without a cluster an object is in
   * one where it says so.
   */
  private prepare(manifest: Manifest): void {
    const namespaced = this.local ? manifest.namespace !== '' : isNamespaced(manifest);
    if (!namespaced) return manifest.setNamespace('');
    if (!manifest.namespace) return manifest.setNamespace(this.namespace);
    if (!this.invocation.values.namespace || manifest.namespace === this.namespace) return;
    const [own, asked] = [manifest.namespace, this.namespace];
    throw new KubectlError(
      `the namespace from the provided object ${quote(own)} does not match the namespace ${quote(asked)}. You must pass '--namespace=${own}' to perform this operation.`,
    );
  }
}

const isNamespaced = ({ apiVersion, kind }: Manifest) => kindOf(apiVersion, kind)?.namespaced === true;

/** The object to print: a server is asked for its verdict where the dry run says so. */
export const validatedUnlessLocal = (
  object: JsonObject,
  local: boolean,
  dryRun: DryRun,
  invocation: Pick<Invocation, 'minor' | 'printed'>,
): JsonObject => (local ? object : validatedForDryRun(object, dryRun, invocation));

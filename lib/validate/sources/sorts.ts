/** Sorts of files that are no manifests, but that manifests are made of, or that other programs read. */
export type SourceSort =
  | 'kustomization'
  | 'kustomize-patch'
  | 'kustomize-input'
  | 'chart'
  | 'chart-values'
  | 'chart-template'
  | 'template'
  | 'placeholders'
  | 'encrypted'
  | 'helmfile'
  | 'skaffold'
  | 'compose'
  | 'workflow'
  | 'kubeconfig'
  | 'tool-config';

/** A file that is no manifest. Plain data: it crosses threads. */
export interface NotManifest {
  readonly sort: SourceSort;
  /** The file, if it is known. */
  readonly file?: string;
  /** Folder of the kustomization or chart that it belongs to, if it is known. */
  readonly folder?: string;
}

/** What is known of a sort. */
interface SortFacts {
  readonly one: string;
  readonly many: string;
  /**
   * The command that makes manifests of it.
   *
   * @default - no manifests are made of it
   */
  command?(source: NotManifest): string;
}

const kustomize = (source: NotManifest) => `kustomize build ${folderOf(source)}`;
const helm = (source: NotManifest) => `helm template ${folderOf(source)}`;

const SORTS: { readonly [sort in SourceSort]: SortFacts } = {
  kustomization: { one: 'kustomization', many: 'kustomizations', command: kustomize },
  'kustomize-patch': {
    one: 'Kustomize patch',
    many: 'Kustomize patches',
    command: ({ folder }) => kustomize({ sort: 'kustomize-patch', folder }),
  },
  'kustomize-input': {
    one: 'input of a kustomization',
    many: 'inputs of kustomizations',
    command: kustomize,
  },
  chart: { one: 'Helm chart', many: 'Helm charts', command: helm },
  'chart-values': {
    one: 'file of Helm values',
    many: 'files of Helm values',
    command: ({ sort, file = 'FILE', folder }) =>
      folder === undefined ? `helm template CHART --values ${word(file)}` : helm({ sort, folder }),
  },
  'chart-template': { one: 'Helm template', many: 'Helm templates', command: helm },
  template: {
    one: 'template',
    many: 'templates',
    command: () => 'helm template CHART',
  },
  placeholders: {
    one: 'file with placeholders',
    many: 'files with placeholders',
    command: ({ file = 'FILE' }) => `envsubst < ${word(file)}`,
  },
  encrypted: {
    one: 'file encrypted with SOPS',
    many: 'files encrypted with SOPS',
    command: ({ file = 'FILE' }) => `sops -d ${word(file)}`,
  },
  helmfile: {
    one: 'helmfile',
    many: 'helmfiles',
    command: ({ file = 'FILE' }) => `helmfile --file ${word(file)} template`,
  },
  skaffold: {
    one: 'Skaffold configuration',
    many: 'Skaffold configurations',
    command: ({ file = 'FILE' }) => `skaffold render --filename ${word(file)}`,
  },
  compose: { one: 'Compose file', many: 'Compose files' },
  workflow: { one: 'GitHub workflow', many: 'GitHub workflows' },
  kubeconfig: { one: 'kubeconfig', many: 'kubeconfigs' },
  'tool-config': { one: 'configuration of another program', many: 'configurations of other programs' },
};

function folderOf({ file, folder }: NotManifest): string {
  if (folder !== undefined) return word(folder);
  if (file === undefined || file === '<stdin>') return 'FOLDER';
  const end = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  return end < 0 ? '.' : word(file.slice(0, end) || '/');
}

/** A word of a command line, in quotes if it needs them. */
const word = (text: string) =>
  /^[\w./\\:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** `a kustomization` */
export function sortName(sort: SourceSort): string {
  const { one } = SORTS[sort];
  return `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;
}

/** `2 Helm charts` */
export const sortCount = (sort: SourceSort, number: number): string =>
  `${number} ${number === 1 ? SORTS[sort].one : SORTS[sort].many}`;

/** The command line that validates what becomes of a file, if manifests are made of it. */
export function commandFor(source: NotManifest): string | undefined {
  const command = SORTS[source.sort].command?.(source);
  return command && `${command} | pod-patterns validate -`;
}

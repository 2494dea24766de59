import { Size } from 'cdk8s';
import type { EnvVar } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { InitStage } from '../lib/pod/init-stage';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { assertDirectory } from './blocks/directory-path';
import { assertPodReadable } from './blocks/pod-readable';
import { fillDirectory, type FilledVolumeOptions, withMount } from './blocks/shared-directory';
import { shellContainer, type ShellContainerOptions } from './blocks/shell-container';
import { MEMBER } from './shell/member';

/** A file that each member gets with its own values. */
export interface MemberFile {
  /** Name of the file in the directory. */
  readonly name: string;

  /** Content of the file; `${MEMBER_ID}` and the other variables are replaced, everything else is kept. */
  readonly content: string;

  /**
   * Members that get the file: the one with the first ordinal, or the others.
   *
   * @default - all
   */
  readonly on?: 'first' | 'others';
}

/**
 * Options of a StatefulSet member. Its init container is called `member`, its volume `member`, of 1Mi at
 * most; the image needs a shell, `expr` and `mkdir`.
 */
export interface StatefulMemberOptions extends ShellContainerOptions, FilledVolumeOptions {
  /** Name of the headless Service that the StatefulSet has for its `serviceName`. */
  readonly service: string;

  /**
   * Number of Pods of the StatefulSet, for the list of peers.
   *
   * @default - no list
   */
  readonly replicas?: number;

  /**
   * First ordinal: `spec.ordinals.start` of the StatefulSet.
   *
   * @default 0
   */
  readonly start?: number;

  /**
   * Offset that is added to the ordinal for the server ID.
   *
   * @default 1
   */
  readonly serverIdOffset?: number;

  /**
   * DNS domain of the cluster.
   *
   * @default 'cluster.local'
   */
  readonly domain?: string;

  /**
   * Role of the member with the first ordinal.
   *
   * @default 'primary'
   */
  readonly firstRole?: string;

  /**
   * Role of the other members.
   *
   * @default 'replica'
   */
  readonly otherRole?: string;

  /**
   * Text for each peer, with `${PEER_NAME}`, `${PEER_ORDINAL}`, `${PEER_ID}` and `${PEER_HOST}` filled in.
   *
   * @default '${PEER_HOST}'
   */
  readonly peer?: string;

  /**
   * Separator of peers in the variable; in the file each peer is on its own line.
   *
   * @default ','
   */
  readonly peerSeparator?: string;

  /**
   * Additional files, such as configuration fragments.
   *
   * @default - none
   */
  readonly files?: MemberFile[];

  /**
   * Directory for the files in the main container: an absolute path.
   *
   * @default '/run/member'
   */
  readonly directory?: string;
}

const MOUNT = '/mnt/member';

/**
 * Configures a member of a StatefulSet from its Pod's name: an init container writes ordinal, number, role,
 * host name and peers to files that the main container reads. It runs among the native sidecars, in the order
 * they were added.
 */
export class StatefulMember extends PodPattern {
  /**
   * @param options the StatefulSet that the Pod is a member of, and the files that it gets
   * @throws Error if a number, path or file name is invalid, or a file refers to an unknown variable
   */
  public constructor(private readonly options: StatefulMemberOptions) {
    super();
    checkArguments('StatefulMember', options);
    const {
      service,
      directory = '/run/member',
      replicas,
      start = 0,
      serverIdOffset = 1,
      files = [],
    } = options;
    if (!service) {
      throw misuse('StatefulMember', '"service" is empty: specify the headless Service of the StatefulSet');
    }
    assertDirectory('StatefulMember', '"directory"', directory);
    assertIntegers({ replicas, start, serverIdOffset });
    files.forEach((file) => assertFile(file, replicas));
  }

  /**
   * Adds the init container, the volume and its mounts.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('StatefulMember', pod);
    const {
      directory = '/run/member',
      volume,
      sizeLimit = Size.mebibytes(1),
      readOnly = true,
    } = this.options;
    const target = fillDirectory(
      pod,
      { path: directory, volumeName: 'member', volume, sizeLimit, readOnly },
      MOUNT,
    );
    const container = shellContainer(
      pod,
      { usualName: 'member', text: MEMBER, args: [target.path, ...this.args()] },
      this.options,
    );
    pod.addInitContainer(withMount({ ...container, env: IDENTITY }, target.mount), InitStage.SIDECAR);
  }

  private args(): string[] {
    const {
      service,
      domain = 'cluster.local',
      start = 0,
      replicas = '',
      serverIdOffset = 1,
      files = [],
    } = this.options;
    const {
      firstRole = 'primary',
      otherRole = 'replica',
      peer = '${PEER_HOST}',
      peerSeparator = ',',
    } = this.options;
    const texts = files.flatMap(({ name, on = 'always', content }) => [name, on, content]);
    return [
      service,
      domain,
      String(start),
      String(replicas),
      String(serverIdOffset),
      firstRole,
      otherRole,
      peer,
      peerSeparator,
      ...texts,
    ];
  }
}

const IDENTITY: EnvVar[] = [
  { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
];

const RESERVED_FILES = ['env', 'host', 'name', 'ordinal', 'peers', 'role', 'server-id'];
const VARIABLES = ['NAME', 'NAMESPACE', 'SET', 'ORDINAL', 'ID', 'ROLE', 'HOST', 'FIRST_HOST', 'PEERS'].map(
  (name) => `MEMBER_${name}`,
);

function assertIntegers(numbers: { readonly [option: string]: number | undefined }): void {
  for (const [option, number] of Object.entries(numbers)) {
    if (number !== undefined && !(Number.isInteger(number) && number >= 0)) {
      throw misuse('StatefulMember', `"${option}" is ${number}: use an integer of 0 or more`);
    }
  }
}

function assertFile({ name, content }: MemberFile, replicas: number | undefined): void {
  const fail = (text: string) => misuse('StatefulMember', `file ${JSON.stringify(name)} ${text}`);
  if (!/^[^/\0]+$/.test(name) || ['.', '..'].includes(name)) {
    throw fail('is not a file name: remove the directories');
  }
  if (RESERVED_FILES.includes(name)) {
    throw fail(`is written by the pattern: use a name other than ${RESERVED_FILES.join(', ')}`);
  }
  for (const [, variable] of content.matchAll(/\$\{(MEMBER_\w*)\}/g)) {
    if (!VARIABLES.includes(variable)) {
      throw fail(`refers to the unknown variable \${${variable}}: use one of ${VARIABLES.join(', ')}`);
    }
    if (variable === 'MEMBER_PEERS' && replicas === undefined) {
      throw fail(`refers to \${MEMBER_PEERS}: set "replicas"`);
    }
  }
}

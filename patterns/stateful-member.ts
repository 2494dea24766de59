import { Size } from 'cdk8s';
import type { EnvVar } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { InitStage } from '../lib/pod/init-stage';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { assertDirectory } from './blocks/directory-path';
import { assertReadable } from './blocks/readable';
import { fillDirectory, type FilledVolumeOptions, withMount } from './blocks/shared-directory';
import { shellContainer, type ShellContainerOptions } from './blocks/shell-container';
import { MEMBER } from './shell/member';

/** A file that each member gets with its own values. */
export interface MemberFile {
  /** Name of the file in the directory. */
  readonly name: string;

  /**
   * Text of the file; `${MEMBER_ID}` and the other variables in it are filled in, all else stays as it is.
   */
  readonly content: string;

  /**
   * Which members get it: the one with the first ordinal, or the others.
   *
   * @default - all
   */
  readonly on?: 'first' | 'others';
}

/**
 * Options of the set-up of a member. Its init container is called `member`, its volume `member`, of 1Mi at
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
   * What is added to the ordinal for the server's number.
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
   * What stands between two peers in the variable; in the file each has a line.
   *
   * @default ','
   */
  readonly peerSeparator?: string;

  /**
   * Further files, such as parts of a configuration.
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
 * Set-up of a member of a StatefulSet from its Pod's name: an init container writes ordinal, number, role,
 * host name and peers to files that the main container reads. It runs among the native sidecars, in the order
 * they were added.
 */
export class StatefulMember extends PodPattern {
  /**
   * @param options of what the Pod is a member, and what it has to know
   * @throws Error where a number, a path or a file's name is none, or a file asks for what is not known
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
      throw new Error('StatefulMember: "service" is empty: name the headless Service of the StatefulSet');
    }
    assertDirectory('StatefulMember: "directory"', directory);
    assertWhole({ replicas, start, serverIdOffset });
    files.forEach((file) => assertFile(file, replicas));
  }

  /**
   * Addition of the init container, the volume and its mounts.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertReadable('StatefulMember', pod);
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

const WRITTEN = ['env', 'host', 'name', 'ordinal', 'peers', 'role', 'server-id'];
const VARIABLES = ['NAME', 'NAMESPACE', 'SET', 'ORDINAL', 'ID', 'ROLE', 'HOST', 'FIRST_HOST', 'PEERS'].map(
  (name) => `MEMBER_${name}`,
);

function assertWhole(numbers: { readonly [option: string]: number | undefined }): void {
  for (const [option, number] of Object.entries(numbers)) {
    if (number !== undefined && !(Number.isInteger(number) && number >= 0)) {
      throw new Error(`StatefulMember: "${option}" is ${number}: use a whole number from 0 on`);
    }
  }
}

function assertFile({ name, content }: MemberFile, replicas: number | undefined): void {
  const place = `StatefulMember: file ${JSON.stringify(name)}`;
  if (!/^[^/\0]+$/.test(name) || ['.', '..'].includes(name)) {
    throw new Error(`${place} has no name of a file: leave out directories`);
  }
  if (WRITTEN.includes(name)) {
    throw new Error(`${place} is written by the pattern: call yours otherwise than ${WRITTEN.join(', ')}`);
  }
  for (const [, variable] of content.matchAll(/\$\{(MEMBER_\w*)\}/g)) {
    if (!VARIABLES.includes(variable)) {
      throw new Error(`${place} asks for \${${variable}}: there are ${VARIABLES.join(', ')}`);
    }
    if (variable === 'MEMBER_PEERS' && replicas === undefined) {
      throw new Error(`${place} asks for \${MEMBER_PEERS}: set "replicas"`);
    }
  }
}

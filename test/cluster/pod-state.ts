import type { k8s } from '../../lib';

/** A Pod as the cluster tells it. */
export interface PodObject {
  readonly metadata: { readonly name: string; readonly uid: string; readonly deletionTimestamp?: string };
  readonly status: k8s.PodStatus & { readonly podIP: string };
}

/** A Pod's status at one moment. Kubernetes' own times are whole seconds. */
export class PodState {
  readonly name: string;
  /** What tells the Pod from others of its name, before and after it. */
  readonly id: string;
  /** Whether it is being deleted. */
  readonly leaving: boolean;
  private readonly status: PodObject['status'];

  constructor({ metadata, status }: PodObject) {
    this.name = metadata.name;
    this.id = metadata.uid;
    this.leaving = metadata.deletionTimestamp !== undefined;
    this.status = status;
  }

  get ip(): string {
    return this.status.podIP;
  }

  get phase(): string | undefined {
    return this.status.phase;
  }

  get ready(): boolean {
    return this.readiness?.status === 'True';
  }

  /** Since when the Pod is Ready, or is not. */
  get readySince(): number {
    return seconds(this.readiness?.lastTransitionTime);
  }

  restarts(container: string): number {
    return this.container(container)?.restartCount ?? 0;
  }

  exitCode(container: string): number | undefined {
    return this.container(container)?.state?.terminated?.exitCode;
  }

  isRunning(container: string): boolean {
    return this.container(container)?.state?.running !== undefined;
  }

  startedAt(container: string): number {
    const { running, terminated } = this.container(container)?.state ?? {};
    return seconds((running ?? terminated)?.startedAt);
  }

  finishedAt(container: string): number {
    return seconds(this.container(container)?.state?.terminated?.finishedAt);
  }

  private get readiness(): k8s.PodCondition | undefined {
    return this.status.conditions?.find(({ type }) => type === 'Ready');
  }

  private container(name: string): k8s.ContainerStatus | undefined {
    const { initContainerStatuses = [], containerStatuses = [] } = this.status;
    return [...initContainerStatuses, ...containerStatuses].find((status) => status.name === name);
  }
}

/** Seconds of a time that Kubernetes wrote; NaN, which no comparison holds for, where there is none. */
export const seconds = (time?: string) => Date.parse(time ?? '') / 1000;

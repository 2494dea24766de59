import type { Container, EnvVar, VolumeMount } from '../k8s';

/** A container of a template, and what was added to it since. */
export class ContainerEntry {
  private readonly mounts: VolumeMount[] = [];
  private readonly variables: EnvVar[] = [];

  constructor(private readonly given: Container) {}

  get name(): string {
    return this.given.name;
  }

  mount(mount: VolumeMount): void {
    this.mounts.push(mount);
  }

  addEnv(variable: EnvVar): void {
    this.variables.push(variable);
  }

  /** The container with all that was added. */
  toContainer(): Container {
    if (!this.mounts.length && !this.variables.length) return this.given;
    return {
      ...this.given,
      ...(this.mounts.length ? { volumeMounts: [...this.given.volumeMounts ?? [], ...this.mounts] } : {}),
      ...(this.variables.length ? { env: [...this.given.env ?? [], ...this.variables] } : {}),
    };
  }
}

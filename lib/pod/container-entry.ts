import type { Container, EnvVar, VolumeMount } from '../k8s';

/** A container of a template, and what was added to it since. */
export class ContainerEntry {
  private readonly mounts: VolumeMount[] = [];
  private readonly variables: EnvVar[] = [];

  constructor(private given: Container) {}

  get name(): string {
    return this.given.name;
  }

  mount(mount: VolumeMount): void {
    this.mounts.push(mount);
  }

  addEnv(variable: EnvVar): void {
    this.variables.push(variable);
  }

  /** Another container in the place of this one and of all that was added to it. */
  replace(container: Container): void {
    this.given = container;
    this.mounts.length = 0;
    this.variables.length = 0;
  }

  /** The container with all that was added. */
  toContainer(): Container {
    if (!this.mounts.length && !this.variables.length) return this.given;
    return {
      ...this.given,
      ...(this.mounts.length ? { volumeMounts: [...(this.given.volumeMounts ?? []), ...this.mounts] } : {}),
      ...(this.variables.length ? { env: [...(this.given.env ?? []), ...this.variables] } : {}),
    };
  }
}

import type { Verdict } from '../../test/support/recorded';
import type { Server } from '../server';
import type { Manifest } from './cases';

/** Milliseconds until a server has noticed policies and the kinds of their parameters. */
const SETTLING = 5_000;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The objects on a server that decide about what it is asked. */
export class Stage {
  private readonly created: Manifest[] = [];

  constructor(private readonly server: Server) {}

  /** Creates objects in their order, and before them their namespace. */
  async set(given: readonly Manifest[], name: string): Promise<void> {
    const isNamespace = ({ kind, metadata }: Manifest) => kind === 'Namespace' && metadata?.name === name;
    const namespace = given.find(isNamespace) ?? { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    await this.create(namespace);
    for (const manifest of given.filter((one) => !isNamespace(one))) await this.create(manifest);
  }

  private async create(manifest: Manifest): Promise<void> {
    await this.server.create(manifest);
    this.created.push(manifest);
    if (manifest.kind === 'CustomResourceDefinition') {
      await this.server.established(manifest.metadata!.name!);
      await wait(SETTLING);
    }
    if (manifest.kind === 'ResourceQuota') await this.count(manifest);
  }

  /** Does what the controller of quotas does: nothing is used yet. */
  private async count(quota: Manifest): Promise<void> {
    const { hard } = quota.spec as { readonly hard: { readonly [resource: string]: unknown } };
    const used = Object.fromEntries(Object.keys(hard).map((resource) => [resource, '0']));
    await this.server.setStatus(quota, { hard, used });
    await wait(200);
  }

  settled(): Promise<unknown> {
    return wait(SETTLING);
  }

  ask(manifest: Manifest): Promise<Verdict | undefined> {
    return this.server.verdict(manifest);
  }

  async clear(): Promise<void> {
    for (const manifest of this.created.reverse()) await this.server.delete(manifest);
  }
}

import { execFileSync } from 'node:child_process';
import { Agent, request } from 'node:https';
import { compareBytes } from '../lib/go/format';
import { isMap } from '../lib/object/value-at';
import type { Verdict } from '../test/support/recorded';
import { LANES } from './lanes';

type Json = { readonly [field: string]: any };

interface Answer {
  readonly code: number;
  readonly body: Json;
  readonly warnings: readonly string[];
}

interface Resource {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/** A kube-apiserver that is asked and not changed, but for namespaces that manifests name. */
export class Server {
  private readonly url: string;
  private readonly token: string;
  private readonly agent: Agent;
  private readonly groups = new Map<string, Promise<Resource[]>>();
  private readonly namespaces = new Map<string, Promise<Answer>>();

  /** @param kubeconfig file that names it, with a token */
  constructor(kubeconfig: string) {
    const view = execFileSync(
      'kubectl',
      ['config', 'view', '--raw', '--flatten', '--minify', '--output=json', '--kubeconfig', kubeconfig],
      { encoding: 'utf8' },
    );
    const {
      clusters: [{ cluster }],
      users: [{ user }],
    } = JSON.parse(view) as Json;
    this.url = cluster.server;
    this.token = user.token;
    this.agent = new Agent({
      keepAlive: true,
      maxSockets: LANES,
      ca: Buffer.from(cluster['certificate-authority-data'], 'base64'),
    });
  }

  /**
   * What it returns for `kubectl create --dry-run=server --validate=strict -o json`; undefined if it refuses.
   */
  async dryRun(manifest: Json): Promise<Json | undefined> {
    const answer = await this.ask(manifest);
    return answer?.code === 201 ? answer.body : undefined;
  }

  /**
   * What it says to `kubectl create --dry-run=server --validate=strict`; undefined for an unknown kind, or if
   * it panics.
   */
  async verdict(manifest: Json): Promise<Verdict | undefined> {
    const answer = await this.ask(manifest);
    if (!answer?.code) return undefined;
    const { code, body, warnings } = answer;
    const sent = JSON.stringify(manifest);
    const ok = code === 201;
    const causes = ((ok ? undefined : body.details?.causes) ?? []) as readonly Json[];
    return {
      ok,
      reason: ok ? '' : (body.reason ?? ''),
      message: ok ? '' : withoutNewUids(body.message ?? '', sent),
      ...(causes.length ? { causes: causes.map((cause) => causeOf(cause, sent)) } : {}),
      ...(warnings.length ? { warnings } : {}),
    };
  }

  private async ask(manifest: Json): Promise<Answer | undefined> {
    const resource = await this.resourceOf(manifest);
    if (!resource) return undefined;
    const namespace = manifest.metadata?.namespace || 'default';
    if (resource.namespaced) await this.ensureNamespace(namespace);
    return this.call(
      'POST',
      `${await this.collectionOf(manifest)}?dryRun=All&fieldValidation=Strict&fieldManager=kubectl-create`,
      manifest,
    );
  }

  /** Makes an object that answers depend on. */
  async create(manifest: Json): Promise<void> {
    const { code, body } = await this.call('POST', await this.collectionOf(manifest), manifest);
    if (code !== 201 && code !== 409) throw new Error(`${manifest.kind} is not created: ${body.message}`);
  }

  /** Sets the status of an object, as its controller does. */
  async setStatus(manifest: Json, status: Json): Promise<void> {
    const path = `${await this.collectionOf(manifest)}/${manifest.metadata.name}`;
    const { body } = await this.call('GET', path);
    await this.call('PUT', `${path}/status`, { ...body, status });
  }

  /** Deletes an object; a namespace has to be empty. */
  async delete(manifest: Json): Promise<void> {
    const path = `${await this.collectionOf(manifest)}/${manifest.metadata.name}`;
    await this.call('DELETE', `${path}?gracePeriodSeconds=0`);
    if (manifest.kind !== 'Namespace') return;
    const { body } = await this.call('GET', path);
    await this.call('PUT', `${path}/finalize`, { ...body, spec: {} });
  }

  private async collectionOf(manifest: Json): Promise<string> {
    const { path, name, namespaced } = (await this.resourceOf(manifest))!;
    const { namespace } = manifest.metadata ?? {};
    return `${path}${namespaced ? `/namespaces/${encodeURIComponent(namespace || 'default')}` : ''}/${name}`;
  }

  /** Waits until a CustomResourceDefinition serves its kinds. */
  async established(name: string): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      const { body } = await this.call('GET', `${DEFINITIONS}/${name}`);
      const conditions = (body.status?.conditions ?? []) as readonly Json[];
      if (conditions.some(({ type, status }) => type === 'Established' && status === 'True')) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${name} is not established`);
  }

  /** Deletes a CustomResourceDefinition. */
  async remove({ metadata }: Json): Promise<void> {
    await this.call('DELETE', `${DEFINITIONS}/${metadata.name}`);
  }

  /** Its Kubernetes minor: 36 is 1.36. */
  async minor(): Promise<number> {
    const { body } = await this.call('GET', '/version');
    return parseInt(String(body.minor), 10);
  }

  close(): void {
    this.agent.destroy();
  }

  private async resourceOf({ apiVersion, kind }: Json): Promise<Resource | undefined> {
    const path = String(apiVersion).includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    if (!this.groups.has(path)) {
      this.groups.set(
        path,
        this.call('GET', path).then(({ body }) =>
          (body.resources ?? []).map((resource: Resource) => ({ ...resource, path })),
        ),
      );
    }
    return (await this.groups.get(path)!).find(
      (resource) => resource.kind === kind && !resource.name.includes('/'),
    );
  }

  private ensureNamespace(name: string): Promise<Answer> {
    if (!this.namespaces.has(name)) {
      this.namespaces.set(
        name,
        this.call('POST', '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } }),
      );
    }
    return this.namespaces.get(name)!;
  }

  private call(method: string, path: string, body?: Json): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      accept: 'application/json',
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    return new Promise((resolve, reject) => {
      const sent = request(this.url + path, { method, agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            code: response.statusCode ?? 0,
            body: parsed(Buffer.concat(chunks).toString()),
            warnings: (response.headersDistinct.warning ?? []).flatMap(warningTexts),
          }),
        );
      });
      sent.on('error', (error: NodeJS.ErrnoException) =>
        // What makes a server panic, it does not answer.
        error.code === 'ECONNRESET' ? resolve({ code: 0, body: {}, warnings: [] }) : reject(error),
      );
      sent.end(body && JSON.stringify(body, withSortedKeys));
    });
  }
}

/** kubectl sends maps with sorted keys; the order of messages follows from it. */
const withSortedKeys = (_: string, value: unknown): unknown =>
  isMap(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareBytes(a, b))) : value;

const causeOf = ({ reason = '', field = '', message = '' }: Json, sent: string) =>
  [reason, field, withoutNewUids(message, sent)] as const;

/** A text without the UIDs that the server made. */
const withoutNewUids = (text: string, sent: string): string =>
  text.replace(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, (uid) =>
    sent.includes(uid) ? uid : '<uid>',
  );

/** The texts of a Warning header, `299 - "text"`; several may share a line. Node reads it as Latin-1. */
function warningTexts(header: string): string[] {
  const text = Buffer.from(header, 'latin1').toString();
  return [...text.matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, quoted]) =>
    quoted.replace(/\\(.)/g, '$1'),
  );
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return { message: text };
  }
}

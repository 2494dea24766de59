import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';

const { variedPods } = require('./children/varied-pods') as { variedPods(count: number): Pod[] };

interface Pod {
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels: object };
  readonly spec: { readonly restartPolicy?: string };
}

/** What a Pod may come in, as real repositories have it; every third stays one. */
const HOLDERS: readonly ((pod: Pod) => object)[] = [
  (pod) => pod,
  (pod) =>
    workload('apps/v1', 'Deployment', pod, {
      replicas: 3,
      selector: { matchLabels: pod.metadata.labels },
      template: template(pod),
    }),
  (pod) => pod,
  (pod) =>
    workload('batch/v1', 'CronJob', pod, {
      schedule: '*/15 * * * *',
      jobTemplate: { spec: { template: template(pod, 'Never') } },
    }),
  (pod) =>
    workload('apps/v1', 'StatefulSet', pod, {
      serviceName: 'shop',
      selector: { matchLabels: pod.metadata.labels },
      template: template(pod),
    }),
  (pod) =>
    workload('apps/v1', 'DaemonSet', pod, {
      selector: { matchLabels: pod.metadata.labels },
      template: template(pod),
    }),
];

const template = ({ metadata: { labels }, spec }: Pod, restartPolicy = 'Always') => ({
  metadata: { labels },
  spec: { ...spec, restartPolicy },
});

const workload = (
  apiVersion: string,
  kind: string,
  { metadata: { name, namespace, labels } }: Pod,
  spec: object,
) => ({ apiVersion, kind, metadata: { name, namespace, labels }, spec });

/** Manifests that a server takes, some 90 lines in the mean; the same in every run. */
export const manifests = (count: number) =>
  variedPods(count).map((pod, number) => HOLDERS[number % HOLDERS.length](pod));

/** Writes manifests into one file. */
export function writeFile(file: string, count: number): string {
  writeFileSync(
    file,
    manifests(count)
      .map((manifest) => Yaml.stringify(manifest))
      .join('---\n'),
  );
  return file;
}

/** Writes manifests into the files of a folder, ten a file. */
export function writeFolder(folder: string, files: number): string {
  mkdirSync(folder);
  const texts = manifests(files * 10).map((manifest) => Yaml.stringify(manifest));
  for (let file = 0; file < files; file++) {
    writeFileSync(join(folder, `${file}.yaml`), texts.slice(file * 10, file * 10 + 10).join('---\n'));
  }
  return folder;
}

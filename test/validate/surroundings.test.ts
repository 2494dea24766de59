import { ApiObject, Testing } from 'cdk8s';
import { Validation } from '../../lib';
import { checkFiles, type CheckWorld } from '../../lib/cli/check/check';
import type { ReportedManifest } from '../../lib/report/reported';
import { judgeTexts } from '../../lib/validate/judging';
import { surroundingsAmong } from '../../lib/validate/surroundings';

const autoscaler = (kind: string) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'web' }, maxReplicas: 3 },
});

const WORKLOAD = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          { name: 'web', image: 'nginx:1.27', resources: { requests: { cpu: 1 } } },
          { name: 'sidecar', image: 'a:1' },
        ],
      },
    },
  },
};

const MESSAGE =
  'container "sidecar" requests no cpu: HorizontalPodAutoscaler "web" cannot compute the utilization';
const messagesOf = (findings: readonly { readonly rule: string; readonly message: string }[]) =>
  findings.filter(({ rule }) => rule === 'autoscaler-requests').map(({ message }) => message);

describe('an autoscaler counts for a workload', () => {
  const texts = (kind: string) => [
    { file: 'workload.yaml', text: JSON.stringify(WORKLOAD) },
    { file: 'autoscaler.yaml', text: JSON.stringify({ kind: 'List', items: [autoscaler(kind)] }) },
  ];

  test('of another text', () => {
    expect(messagesOf(judgeTexts(texts('Deployment'), { minor: 36 }).findings)).toEqual([MESSAGE]);
    expect(messagesOf(judgeTexts(texts('StatefulSet'), { minor: 36 }).findings)).toEqual([]);
  });

  test.each([30, 41, 52, 63])('of another file that comes in chunks of %d bytes', async (size) => {
    const files = new Map(texts('Deployment').map(({ file, text }) => [file, Buffer.from(text)]));
    const world: CheckWorld = {
      *open(name) {
        const bytes = files.get(name)!;
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      },
    };
    const options = { minors: [36], wants: 'findings', excerpts: false, jobs: 1 } as const;
    const messages: string[] = [];
    for await (const checked of checkFiles([...files.keys()], options, world)) {
      const { findings = [] } = 'rendered' in checked ? (checked.rendered as ReportedManifest) : {};
      messages.push(...messagesOf(findings.map(({ finding }) => finding)));
    }
    expect(messages).toEqual([MESSAGE]);
  });

  test('of the same app, also if it is added later', () => {
    const chart = Testing.chart();
    const validation = Validation.of(chart);
    new ApiObject(chart, 'workload', WORKLOAD);
    expect(messagesOf(validation.findings())).toEqual([]);
    new ApiObject(chart, 'autoscaler', autoscaler('Deployment'));
    expect(messagesOf(validation.findings())).toEqual([MESSAGE]);
  });
});

test('an autoscaler whose target has other values than strings stops nothing', () => {
  const odd = [{ toString: '0' }];
  const scaler = (field: object) => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: odd, namespace: odd },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', ...field } },
  });
  for (const field of ['apiVersion', 'kind', 'name']) {
    expect(() => surroundingsAmong([scaler({ [field]: odd })])).not.toThrow();
  }
});

import type { Numbered } from './reported';
import { type Given, reportedOf } from './reported';

const ESCAPE = '\u001b[31m';

/** Files that a report may stumble over. */
export const TRICKY: readonly Given[] = [
  {
    file: 'k8s/web & more.yaml',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {stadt: "München 東京 👩‍👩‍👧", app: a b}
spec:
  containers:
  - name: web
    image: nginx
    imagePullPolicy: sometimes
    ports:
    - {containerPort: 80, name: http}
    - {containerPort: 81, name: http}
    resources: {limits: {memory: 1Gi}, requests: {memory: 2Gi, cpu: 1}}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {externalName: a.example, ports: [{port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: "<api>"}
spec: {}
`,
  },
  {
    file: '/home/user/app/crlf.yaml',
    text: 'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata: {name: a}\r\ndata:\r\n  "東京 key": "x"\r\n  "\\e[31m": "]]>"\r\n  n: 5\r\n',
  },
  {
    file: '../other/100%.json',
    text: `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"one-line","annotations":{"long":"${'x'.repeat(300)}"}},"spec":{"containers":[{"name":"a","imgae":"a:1"}]}}`,
  },
  {
    file: '/elsewhere/tabs.yaml',
    text: `apiVersion: v1\nkind: Pod\nmetadata: {name: t}\nspec:\n  containers:\n  - {name: a,\t\t"restartPolicy":\tNope, image: a:1, command: [sleep]} # ${ESCAPE}\n`,
  },
  { file: '<stdin>', text: `# ${ESCAPE}\u202e\nkind:\n\tPod\n` },
];

/** All that is to be told of them, some of it suppressed, some with a history. */
export function tricky(): Numbered[] {
  const all = TRICKY.flatMap((given) => [...reportedOf(given)]);
  return all.map((manifest) => ({
    ...manifest,
    findings: manifest.findings.map((found) => {
      if (found.finding.rule === 'image-tag') {
        return { ...found, suppressed: { reason: 'pinned by <our> mirror' } };
      }
      if (found.finding.rule === 'stop-signal') return { ...found, suppressed: {} };
      return found.finding.rule === 'container-resources'
        ? { ...found, history: 'starts to fail in 1.34' }
        : found;
    }),
  }));
}

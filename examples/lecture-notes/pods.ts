import { type App, Chart, Duration } from 'cdk8s';
import { AdapterPod, AmbassadorPod, InitGatedPod, type k8s, Pod, Probe, SidecarLogPod } from '../../lib';

/** Adds a chart of one Pod for each manifest; the chart is called as the manifest's file is. */
export function lectureNotes(app: App): void {
  for (const [file, add] of Object.entries(PODS)) add(new Chart(app, file));
}

const PODS: { readonly [file: string]: (chart: Chart) => unknown } = {
  '01-my-pod': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'my-pod', labels: { app: 'my-app' } },
      main: { name: 'nginx-container', image: 'nginx', ports: [{ containerPort: 80 }] },
    }),

  '02-echo-lp': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'echo-lp', labels: { app: 'echo' } },
      main: { ...ECHO, livenessProbe: NOT_EXIST },
    }),

  '03-echo-rp': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'echo-rp', labels: { app: 'echo' } },
      main: { ...ECHO, readinessProbe: NOT_EXIST },
    }),

  '04-echo-health': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'echo-health', labels: { app: 'echo' } },
      main: { ...ECHO, livenessProbe: Probe.httpGet('/', 3000), readinessProbe: Probe.httpGet('/', 3000) },
    }),

  '05-example-pod': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'example-pod' },
      main: { name: 'app-container', image: 'nginx', ports: [{ containerPort: 80 }] },
    }),

  '06-nginx-pod': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'nginx-pod' },
      main: { name: 'nginx', image: 'nginx:latest', ports: [{ containerPort: 80 }] },
    }),

  '08-full-options-pod': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'full-options-pod', labels: { app: 'demo' } },
      main: {
        name: 'nginx',
        image: 'nginx:1.25',
        ports: [{ containerPort: 80 }],
        env: [{ name: 'ENV', value: 'production' }],
        volumeMounts: [{ name: 'html-volume', mountPath: '/usr/share/nginx/html' }],
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '200m', memory: '256Mi' } },
        livenessProbe: Probe.httpGet('/', 80, {
          initialDelay: Duration.seconds(5),
          period: Duration.seconds(10),
        }),
      },
      volumes: [{ name: 'html-volume', emptyDir: {} }],
      restartPolicy: 'OnFailure',
      nodeSelector: { disktype: 'ssd' },
    }),

  '09-nginx': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'nginx', labels: { run: 'nginx' }, creationTimestamp: null },
      main: { name: 'nginx', image: 'nginx', resources: {} },
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Never',
      status: {},
    }),

  '10-my-nginx-pod': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'my-nginx-pod' },
      main: MY_NGINX,
    }),

  '11-my-nginx-pod': (chart) =>
    new Pod(chart, 'pod', {
      metadata: { name: 'my-nginx-pod' },
      main: MY_NGINX,
      containers: [
        {
          name: 'ubuntu-sidecar-container',
          image: 'alicek106/rr-test:curl',
          command: ['tail'],
          args: ['-f', '/dev/null'],
        },
      ],
    }),

  '13-nginx-sidecar': (chart) =>
    new SidecarLogPod(chart, 'pod', {
      metadata: { name: 'nginx-sidecar' },
      main: { name: 'nginx', image: 'nginx', ports: [{ containerPort: 80 }] },
      sidecar: {
        files: ['/var/log/nginx/access.log'],
        native: false,
        volume: { name: 'logs', emptyDir: {} },
        container: {
          name: 'sidecar-access',
          image: 'busybox',
          args: ['/bin/sh', '-c', 'tail -n+1 -f /var/log/nginx/access.log'],
          volumeMounts: [{ name: 'logs', mountPath: '/var/log/nginx' }],
        },
      },
    }),

  '14-adapter-container-demo': (chart) =>
    new AdapterPod(chart, 'pod', {
      metadata: { name: 'adapter-container-demo' },
      main: {
        name: 'main-container',
        image: 'busybox',
        command: ['/bin/sh'],
        args: ['-c', "while true; do echo $(date -u)'# Log' >> /var/log/file.log; sleep 5;done"],
        resources: {},
      },
      adapter: {
        share: '/var/log',
        native: false,
        volume: { name: 'var-logs', emptyDir: {} },
        container: {
          name: 'adapter-container',
          image: 'bbachin1/adapter-node-server',
          imagePullPolicy: 'Always',
          resources: {},
          ports: [{ containerPort: 3080 }],
          volumeMounts: [{ name: 'var-logs', mountPath: '/var/log' }],
        },
      },
      dnsPolicy: 'Default',
    }),

  '15-ambassador-example': (chart) =>
    new AmbassadorPod(chart, 'pod', {
      metadata: { name: 'ambassador-example' },
      main: { name: 'redis-client', image: 'redis' },
      ambassador: {
        port: 6380,
        native: false,
        container: {
          name: 'ambassador',
          image: 'malexer/twemproxy',
          env: [{ name: 'REDIS_SERVERS', value: redisServers('redis-st-0', 'redis-st-1') }],
          ports: [{ containerPort: 6380 }],
        },
      },
    }),

  '16-myapp-pod': (chart) =>
    new InitGatedPod(chart, 'pod', {
      metadata: { name: 'myapp-pod', labels: { app: 'myapp' } },
      main: {
        name: 'myapp-container',
        image: 'busybox:1.28',
        command: ['sh', '-c', 'echo The app is running! && sleep 3600'],
      },
      gate: { containers: [waitForService('myservice'), waitForService('mydb')] },
    }),
};

const ECHO: k8s.Container = { name: 'app', image: 'ghcr.io/subicura/echo:v1' };

const NOT_EXIST = Probe.httpGet('/not/exist', 8080, {
  initialDelay: Duration.seconds(5),
  timeout: Duration.seconds(2),
  period: Duration.seconds(5),
  failureThreshold: 1,
});

const MY_NGINX: k8s.Container = {
  name: 'my-nginx-container',
  image: 'nginx:latest',
  ports: [{ containerPort: 80, protocol: 'TCP' }],
};

const redisServers = (...pods: string[]) =>
  pods.map((pod) => `${pod}.redis-svc.default.svc.cluster.local:6379:1`).join(' ');

const NAMESPACE = '$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace)';

const waitForService = (name: string): k8s.Container => ({
  name: `init-${name}`,
  image: 'busybox:1.28',
  command: [
    'sh',
    '-c',
    `until nslookup ${name}.${NAMESPACE}.svc.cluster.local; do echo waiting for ${name}; sleep 2; done`,
  ],
});

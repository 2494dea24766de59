import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Deployment, EnvVars, StatefulSet, Validation, Volumes } from 'cdk8s-pod-patterns';

const app = new App();
Validation.of(app);
const chart = new Chart(app, 'shop', { disableResourceNameHashes: true, namespace: 'shop' });
const config = new kplus.ConfigMap(chart, 'config', { data: { level: 'info' } });
const secret: kplus.ISecret = kplus.Secret.fromSecretName(chart, 'secret', 'database');
const claim = new kplus.PersistentVolumeClaim(chart, 'claim', {
  storage: Size.gibibytes(1),
  accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
});
const account = new kplus.ServiceAccount(chart, 'account');
const resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } };
const main = {
  name: 'app',
  image: 'ghcr.io/acme/api:1.4.2',
  ports: [{ containerPort: 8080 }],
  env: [EnvVars.fromConfigMap('LEVEL', config, 'level'), EnvVars.fromSecret('PASSWORD', secret, 'password')],
  envFrom: [EnvVars.allFromConfigMap(config), EnvVars.allFromSecret(secret)],
  resources,
  volumeMounts: [
    { name: 'config', mountPath: '/etc/app' },
    { name: 'secret', mountPath: '/etc/secret' },
    { name: 'data', mountPath: '/data' },
  ],
};
const web = new Deployment(chart, 'web', {
  pod: {
    main,
    volumes: [
      Volumes.fromConfigMap('config', config),
      Volumes.fromSecret('secret', secret),
      Volumes.fromPersistentVolumeClaim('data', claim),
    ],
    serviceAccountName: account.name,
  },
});
const db = new StatefulSet(chart, 'db', {
  serviceName: 'db',
  pod: { main: { name: 'db', image: 'postgres:17', resources } },
});
const service = new kplus.Service(chart, 'svc', { selector: web, ports: [{ port: 80, targetPort: 8080 }] });
service.exposeViaIngress('/', { ingress: new kplus.Ingress(chart, 'ingress') });
new kplus.NetworkPolicy(chart, 'policy', {
  selector: web,
  ingress: { rules: [{ peer: db, ports: [kplus.NetworkPolicyPort.tcp(8080)] }] },
});
new kplus.HorizontalPodAutoscaler(chart, 'scaler', {
  target: web,
  maxReplicas: 5,
  metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
});
new kplus.k8s.KubePodDisruptionBudget(chart, 'budget', {
  spec: { minAvailable: kplus.k8s.IntOrString.fromNumber(1), selector: web.selector },
});
new kplus.Role(chart, 'role').bind(web);
app.synth();

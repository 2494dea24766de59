import { ManifestValidator, type Finding, type ValidationOptions } from '../../../lib';
import { run } from '../../../lib/cli/program';
import { memoryWorld } from '../../support/memory-world';

const policy = (spec: string, name = 'policy', actions = '[Deny]') => `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: ${name}}
spec: ${spec}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: ${name}}
spec: {policyName: ${name}, validationActions: ${actions}}
---`;

const rules = (group: string, resource: string) =>
  `matchConstraints: {resourceRules: [{apiGroups: ["${group}"], apiVersions: ["*"], operations: [CREATE], resources: [${resource}]}]}`;

const PODS = rules('', 'pods');
const POD = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: app, image: "app:1.2.3"}]}
---`;
const CRON_JOB = `
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  schedule: "* * * * *"
  jobTemplate:
    spec:
      template:
        spec: {restartPolicy: Never, containers: [{name: app, image: "app:1"}]}
---`;

const found = (text: string, options: ValidationOptions = {}): Finding[] =>
  new ManifestValidator(options)
    .validateYaml(text, 'all.yaml')
    .filter(({ stage, rule }) => stage !== 'lint' && rule !== 'kind-not-judged');

const lines = (findings: readonly Finding[]) =>
  findings.map(({ level, rule, path, message }) => `${level} ${rule} ${path}: ${message}`);

test('a policy for Pods concerns those that a controller makes', () => {
  const never = `{${PODS}, validations: [{expression: 'object.spec.restartPolicy != "Never"', message: must restart}]}`;
  const [finding, ...others] = found(policy(never) + CRON_JOB);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    level: 'error',
    path: 'spec.jobTemplate.spec.template.spec.restartPolicy',
    message:
      "its Pods will be forbidden: ValidatingAdmissionPolicy 'policy' with binding 'policy' denied request: must restart",
    suggestion: 'the API server accepts the workload, but rejects its Pods',
    related: [{ path: 'spec.validations[0].expression', position: { file: 'all.yaml', line: 5 } }],
  });
  expect(finding.reason).toBeUndefined();
});

test('what a controller names is not known', () => {
  const named = `{${PODS}, validations: [{expression: 'object.metadata.name != "x"'}]}`;
  expect(lines(found(policy(named) + CRON_JOB))).toEqual([
    expect.stringMatching(
      /^warning cel-not-evaluated .*: its Pods.*|^warning cel-not-evaluated .*metadata\.name of the new Pod is known to a server only$/,
    ),
  ]);
  expect(found(policy(named) + POD)).toEqual([]);
});

test('several validations that fail are all reported', () => {
  const two = `{${PODS}, validations: [{expression: "false", message: one}, {expression: "false", message: two}]}`;
  const denied =
    "error policy-denied : ValidatingAdmissionPolicy 'policy' with binding 'policy' denied request:";
  expect(lines(found(policy(two) + POD))).toEqual([`${denied} one`, `${denied} two`]);
});

test('the field that a variable is about is shown', () => {
  const deep = `{${PODS}, variables: [{name: all, expression: object.spec.containers}, {name: names, expression: 'variables.all.map(c, c.name)'}], validations: [{expression: 'variables.names == []', message: none}]}`;
  expect(found(policy(deep) + POD).map(({ path }) => path)).toEqual(['spec.containers']);
});

test('variables that double in size are no trap', () => {
  const variables = Array.from({ length: 40 }, (_, index) => ({
    name: `v${index}`,
    expression: index ? `variables.v${index - 1} + variables.v${index - 1}` : '[1, 2]',
  }));
  const validations = [{ expression: 'variables.v39.size() == 3' }];
  const spec = `{${PODS}, variables: ${JSON.stringify(variables)}, validations: ${JSON.stringify(validations)}}`;
  const start = Date.now();
  expect(lines(found(policy(spec) + POD))).toEqual([
    expect.stringMatching(/^warning cel-not-evaluated : .* makes a value that is too large/),
  ]);
  expect(Date.now() - start).toBeLessThan(5_000);
});

test('an audit is advice', () => {
  const never = `{${PODS}, validations: [{expression: "false", message: noted}]}`;
  expect(lines(found(policy(never, 'policy', '[Audit]') + POD))).toEqual([
    "info policy-warning : Validation failed for ValidatingAdmissionPolicy 'policy' with binding 'policy': noted",
  ]);
});

test('an expression that does not compile is no silence', () => {
  const wrong = `{${PODS}, validations: [{expression: "object.spec +"}]}`;
  expect(lines(found(policy(wrong) + POD)).join()).toMatch(
    /^warning cel-not-evaluated : ValidatingAdmissionPolicy 'policy' with binding 'policy' is not evaluated: compilation failed: ERROR: <input>:1:14: Syntax error/,
  );
});

test.each<[string, string]>([
  ['request.userInfo.username == "a"', 'request.userInfo is known to a server only'],
  ['request.options.dryRun == []', 'request.options is known to a server only'],
  ['authorizer.path("/x").check("get").allowed()', 'the authorizer is known to a server only'],
  ['authorizer.requestResource.check("get").allowed()', 'the authorizer is known to a server only'],
  ['object.metadata.uid == "a"', 'metadata.uid of the new Pod is known to a server only'],
])('%s is not evaluated', (expression, why) => {
  const text = policy(`{${PODS}, validations: [{expression: '${expression}'}]}`) + POD;
  expect(lines(found(text))).toEqual([expect.stringContaining(why)]);
  const short = policy(`{${PODS}, validations: [{expression: 'true || ${expression}'}]}`) + POD;
  expect(found(short)).toEqual([]);
});

test('a Namespace that is not among the manifests has no labels that are known', () => {
  const expression = 'namespaceObject.metadata.name == "shop"';
  const text = policy(`{${PODS}, validations: [{expression: '${expression}'}]}`);
  const inShop = POD.replace('name: web', 'name: web, namespace: shop');
  expect(lines(found(text + inShop))).toEqual([
    expect.stringContaining('the Namespace "shop" is not among the manifests'),
  ]);
  expect(found(`${text}\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---${inShop}`)).toEqual([]);
});

test('parameters of a kind that is not known are not there to be evaluated', () => {
  const text = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: policy}
spec: {${PODS}, paramKind: {apiVersion: example.com/v1, kind: Limit}, validations: [{expression: "false"}]}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: policy}
spec: {policyName: policy, validationActions: [Deny], paramRef: {name: a, parameterNotFoundAction: Allow}}
---`;
  expect(lines(found(text + POD))).toEqual([
    expect.stringContaining('no Limit for it is among the manifests, nor its CustomResourceDefinition'),
  ]);
});

test('levels are chosen for all, and for a rule', () => {
  const never = `${policy(`{${PODS}, validations: [{expression: "false"}]}`)}${POD}`;
  expect(found(never, { admission: 'off' })).toEqual([]);
  expect(found(never, { admission: 'warn' }).map(({ level }) => level)).toEqual(['warning']);
  expect(found(never, { rules: { 'policy-denied': 'info' } }).map(({ level }) => level)).toEqual(['info']);
});

test('a policy of another file decides, and the report shows it', async () => {
  const world = memoryWorld({
    'policy.yaml': policy(
      `{${PODS}, validations: [{expression: 'object.spec.hostNetwork == true', message: host}]}`,
    ),
    'pod.yaml': POD.replace('spec: {', 'spec: {hostNetwork: false, '),
  });
  expect(await run(['validate', 'policy.yaml', 'pod.yaml'], world)).toBe(1);
  expect(world.said.out).toContain('policy-denied');
  expect(world.said.out).toContain('policy.yaml:5');
  expect(await run(['validate', '--admission=off', 'policy.yaml', 'pod.yaml'], world)).toBe(0);
});

describe('webhooks', () => {
  const webhook = (kind: string, more = '') => `
apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata: {name: hook}
webhooks:
- name: a.example.com
  admissionReviewVersions: [v1]
  sideEffects: None
  clientConfig: {url: "https://example.com"}
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
  ${more}
---`;

  test('one that matches is mentioned once', () => {
    const two = POD + POD.replace('web', 'api');
    expect(lines(found(webhook('MutatingWebhookConfiguration') + two))).toEqual([
      'info admission-hook : may change or refuse 2 manifests, such as Pod default/web, which is not checked here',
    ]);
    expect(lines(found(webhook('ValidatingWebhookConfiguration') + POD))).toEqual([
      'info admission-hook : may refuse Pod default/web, which is not checked here',
    ]);
  });

  test('one that matches nothing is not', () => {
    const other = webhook('ValidatingWebhookConfiguration', 'objectSelector: {matchLabels: {a: b}}');
    expect(found(other + POD)).toEqual([]);
    expect(found(webhook('ValidatingWebhookConfiguration'))).toEqual([]);
  });

  test('neither is a mutating policy evaluated', () => {
    const mutating = `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicy
metadata: {name: policy}
spec:
  ${PODS}
  reinvocationPolicy: Never
  mutations: [{patchType: JSONPatch, jsonPatch: {expression: "[]"}}]
---`;
    expect(lines(found(mutating + POD))).toEqual([
      'info admission-hook : may change or refuse Pod default/web, which is not checked here',
    ]);
  });
});

describe('PriorityClasses', () => {
  const priorityClass = (name: string, more = '') =>
    `\napiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: ${name}}\nvalue: 10\n${more}\n---`;
  const pod = (fields: string) => POD.replace('spec: {', `spec: {${fields}, `);

  test('one among the manifests has the priority that it says', () => {
    const high = priorityClass('high');
    expect(found(high + pod('priorityClassName: high, priority: 10'))).toEqual([]);
    expect(lines(found(high + pod('priorityClassName: high, priority: 5')))).toEqual([
      'error pod-priority-class spec.priority: the integer value of priority (5) must not be provided in pod spec; priority admission controller computed 10 from the given PriorityClass name',
    ]);
  });

  test('others may be in the cluster', () => {
    expect(found(priorityClass('high') + pod('priorityClassName: low'))).toEqual([]);
  });

  test('there is one default', () => {
    const both = priorityClass('one', 'globalDefault: true') + priorityClass('two', 'globalDefault: true');
    expect(lines(found(both + pod('priority: 3')))).toEqual([
      'error priority-class-default globalDefault: PriorityClass one is already marked as default. Only one default can exist',
      expect.stringContaining('computed 10 from the given PriorityClass name'),
    ]);
  });
});

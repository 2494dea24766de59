import { advice, object, pod, podWith } from './manifests';

/* Rules about commands apply wherever commands are. */

const C = 'spec.containers[0]';
const words = (path: string, written: string) =>
  `command-one-string ${path}: use one item per word: ${written}`;

test.each([
  [
    'an exec probe (elastic/helm-charts#306)',
    pod("livenessProbe: {exec: {command: ['cat /tmp/healthy']}}"),
    words(`${C}.livenessProbe.exec.command[0]`, '["cat","/tmp/healthy"]'),
  ],
  [
    'a shell in a probe',
    pod('livenessProbe: {exec: {command: [sh, -c, cat, /x]}}'),
    `shell-arguments ${C}.livenessProbe.exec.command: pass the whole script as one item after -c: "cat /x"`,
  ],
  [
    'a preStop hook',
    pod("lifecycle: {preStop: {exec: {command: ['sleep 10']}}}"),
    words(`${C}.lifecycle.preStop.exec.command[0]`, '["sleep","10"]'),
  ],
  [
    'args without a command',
    podWith(`containers: [{name: a, image: "busybox:1.37", args: ['sleep 3600']}]`),
    words(`${C}.args[0]`, '["sleep","3600"]'),
  ],
  [
    'a startup probe that needs a shell',
    pod("startupProbe: {exec: {command: ['test -f /x && echo ok']}}"),
    `command-one-string ${C}.startupProbe.exec.command[0]: let a shell split it: ["sh", "-c", "test -f /x && echo ok"]`,
  ],
  [
    'a shell in a postStart hook',
    pod('lifecycle: {postStart: {exec: {command: [/bin/bash, -c, echo, hi]}}}'),
    `shell-arguments ${C}.lifecycle.postStart.exec.command: pass the whole script as one item after -c: "echo hi"`,
  ],
  [
    'an init container of a CronJob',
    object(
      'batch/v1',
      'CronJob',
      `spec: {schedule: "@daily", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, initContainers: [{name: i, image: "alpine:3.20", args: ['echo hello world']}], containers: [{name: a, image: "work:1"}]}}}}}`,
    ),
    words('spec.jobTemplate.spec.template.spec.initContainers[0].args[0]', '["echo","hello","world"]'),
  ],
])('%s', (_, text, expected) => {
  expect(advice(text)).toEqual([expected]);
});

describe('is no mistake', () => {
  test.each([
    [
      'a grace period of 0 with a hook that does not sleep (calico)',
      pod('lifecycle: {preStop: {exec: {command: [/bin/stop]}}}', 'terminationGracePeriodSeconds: 0'),
    ],
    [
      'a grace period of 0 with a hook that calls the container',
      pod('lifecycle: {preStop: {httpGet: {port: 80}}}', 'terminationGracePeriodSeconds: 0'),
    ],
    ['an import path that ko replaces', podWith('containers: [{name: a, image: "ko://example.com/cmd/x"}]')],
    [
      'an import path of an init container that ko replaces',
      pod('', 'initContainers: [{name: i, image: "ko://github.com/a/b/cmd/c"}]'),
    ],
  ])('%s', (_, text) => {
    expect(advice(text)).toEqual([]);
  });
});

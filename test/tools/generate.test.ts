import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../../tools/generate/files';
import { docComment } from '../../tools/generate/doc-comment';
import { jsiiName, structName } from '../../tools/generate/names';
import { describe as describeTypes } from '../../tools/openapi/describe';
import { readDocuments } from '../../tools/openapi/documents';
import { inputFiles, readInputs } from '../../tools/openapi/inputs';
import { mergeFacts, withMinor } from '../../tools/openapi/merge';
import { reachable, STRUCT_ROOTS } from '../../tools/openapi/roots';
import { describeShared, shared } from '../support/shared';

const ROOT = join(__dirname, '../..');
const INPUTS = join(ROOT, 'tools/openapi');

/** The JSON of a value, whatever the order of its fields. */
const sortedJson = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort())
      : one,
  );

test('generated files are what generating makes of the input', () => {
  const files = generatedFiles(readInputs(INPUTS));
  expect(files.size).toBeGreaterThan(6);
  files.forEach((text, file) =>
    expect([file, readFileSync(join(ROOT, file), 'utf8') === text]).toEqual([file, true]),
  );
});

test.each([
  ['core', 'PodSpec', ['containers', 'initContainers']],
  ['apps', 'DaemonSetSpec', ['selector', 'template']],
  ['apps', 'DeploymentSpec', ['selector', 'template']],
  ['apps', 'ReplicaSetSpec', ['selector', 'template']],
  ['apps', 'StatefulSetSpec', ['selector', 'template']],
  ['batch', 'CronJobSpec', ['jobTemplate']],
  ['batch', 'JobSpec', ['template']],
])('of %s, %s has what constructs derive, and inherits the rest', (group, name, derived) => {
  const text = readFileSync(join(ROOT, `lib/k8s/${group}.ts`), 'utf8');
  const body = new RegExp(`^export interface ${name} extends ${name}Options \\{\\n([^]*?)^\\}`, 'm').exec(
    text,
  )![1];
  expect([...body.matchAll(/^ {2}readonly (\w+)/gm)].map(([, field]) => field)).toEqual(derived);
});

describeShared('openapi', 'the OpenAPI documents of servers', () => {
  test('of a minor that changes nothing add it to every range that is open', () => {
    const { facts } = readInputs(INPUTS);
    const newest = facts.minors.at(-1)!;
    const documents = readDocuments(shared('openapi')).find(({ minor }) => minor === newest)!;
    const { facts: added, conflicts } = withMinor(facts, { ...documents, minor: newest + 1 });
    expect(conflicts).toEqual([]);
    const expected = JSON.stringify({ ...facts, minors: [...facts.minors, newest + 1] }).replaceAll(
      `,${newest}]`,
      `,${newest + 1}]`,
    );
    expect(sortedJson(added)).toBe(
      sortedJson({ ...JSON.parse(expected), minors: [...facts.minors, newest + 1] }),
    );
  });

  test('give the input in the repository', () => {
    const { facts: known, go } = readInputs(INPUTS);
    const documents = readDocuments(shared('openapi')).filter(({ minor }) => known.minors.includes(minor));
    const facts = mergeFacts(documents);
    const descriptions = describeTypes(documents, reachable(facts, STRUCT_ROOTS));
    for (const [name, text] of Object.entries(inputFiles({ facts, descriptions, go }))) {
      expect([name, readFileSync(join(INPUTS, name), 'utf8') === text]).toEqual([name, true]);
    }
  });
});

test.each([
  ['hostPID', 'hostPid'],
  ['clusterIP', 'clusterIp'],
  ['clusterIPs', 'clusterIPs'],
  ['setHostnameAsFQDN', 'setHostnameAsFqdn'],
  ['targetWWNs', 'targetWwNs'],
  ['openAPIV3Schema', 'openApiv3Schema'],
  ['name', 'name'],
  ['fsType', 'fsType'],
])('the field %s is called %s', (field, name) => {
  expect(jsiiName(field)).toBe(name);
});

test.each([
  ['core.v1.HTTPGetAction', 'HttpGetAction'],
  ['core.v1.ISCSIVolumeSource', 'IscsiVolumeSource'],
  ['core.v1.SELinuxOptions', 'SeLinuxOptions'],
  ['core.v1.PodOS', 'PodOs'],
])('the type %s is called %s', (type, name) => {
  expect(structName(type)).toBe(name);
});

test('a description cannot end its comment, nor become a tag', () => {
  expect(docComment('a */ b\n@see c', ['@default - none'], '  ')).toBe(
    '  /**\n   * a *\u200b/ b\n   * \\@see c\n   *\n   * @default - none\n   */\n',
  );
});

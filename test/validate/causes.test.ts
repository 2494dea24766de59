import { judgeText } from '../../lib/validate/judging';
import { serverStatus } from '../../lib/validate/status';
import { judge } from '../../lib/validate/engine';

const C = '{name: a, image: "nginx:1.27"}';
const HEAD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n';
const POD = `${HEAD}spec:\n  containers:\n  - ${C}\n`;

const found = (text: string) =>
  judgeText(text, undefined, { minor: 36, rules: { resources: 'off', 'kind-not-judged': 'off' } }).map(
    ({ rule, position, suggestion }) => `${rule} ${position!.line}:${position!.column}: ${suggestion}`,
  );

const deployment = (spec: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n${spec}\n`;

const TEMPLATE = `{metadata: {labels: {a: b}}, spec: {containers: [${C}]}}`;
const mounting = (volumes: string) =>
  `${HEAD}spec: {containers: [{name: a, image: "a:1", volumeMounts: [{name: v, mountPath: /v}]}], ${volumes}}\n`;
const SECOND = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\ndata: {a: b}\n`;

describe('a misspelled parent is one finding', () => {
  test.each([
    [`${HEAD}specs: {containers: [${C}]}\n`, 'unknown-field 4:1: did you mean "spec"?'],
    [POD.replace('metadata', 'metdata'), 'unknown-field 3:1: did you mean "metadata"?'],
    [POD.replace('containers', 'containres'), 'unknown-field 5:3: did you mean "containers"?'],
    [POD.replace('kind:', 'kinds:'), 'manifest-kind 2:1: rename "kinds": did you mean "kind"?'],
    [
      POD.replace('apiVersion:', 'apiversion:'),
      'manifest-kind 1:1: rename "apiversion": did you mean "apiVersion"?',
    ],
    [
      deployment(`specs: {selector: {matchLabels: {a: b}}, template: ${TEMPLATE}}`),
      'unknown-field 4:1: did you mean "spec"?',
    ],
    [
      deployment(`spec: {selector: {matchLabels: {a: b}}, templates: ${TEMPLATE}}`),
      'unknown-field 4:41: did you mean "template"?',
    ],
    [
      deployment(`spec: {selctor: {matchLabels: {a: b}}, template: ${TEMPLATE}}`),
      'unknown-field 4:8: did you mean "selector"?',
    ],
    [
      deployment(`spec: {selector: {matchLabel: {a: b}}, template: ${TEMPLATE}}`),
      'unknown-field 4:19: did you mean "matchLabels"?',
    ],
    [mounting('volume: [{name: v, emptyDir: {}}]'), 'unknown-field 4:89: did you mean "volumes"?'],
    [mounting('volumes: [{nam: v, emptyDir: {}}]'), 'unknown-field 4:100: did you mean "name"?'],
  ])('%#', (text, expected) => expect(found(text)).toEqual([expected]));

  it('hides no mistake that stays when the field has its right name', () => {
    expect(found(`${HEAD}specs: {containers: []}\n`)).toHaveLength(2);
  });

  it('leaves the field of the right name alone', () => {
    expect(found(`${POD}specs: {containers: []}\n`)).toEqual([
      'unknown-field 7:1: did you mean "spec"? That is set already: remove one of them',
    ]);
  });
});

describe('a volume that is refused is the finding, not its mount', () => {
  test.each([
    ['volumes: [{name: v, fc: {lun: 2}}]', 'pod-volumes'],
    ['volumes: [{name: v, emptyDir: {}, hostPath: {path: /v}}]', 'pod-volumes'],
    ['volumes: [{emptyDir: {}}]', 'pod-volumes'],
    ['volumes: {name: v}', 'field-type'],
    ['volumes: [{name: 5, emptyDir: {}}]', 'field-type'],
  ])('%s', (volumes, rule) => {
    expect(found(mounting(volumes)).map((text) => text.split(' ')[0])).toEqual([rule]);
  });

  it('is the mount if the volume is another one', () => {
    expect(found(mounting('volumes: [{name: w, fc: {lun: 2}}]'))).toHaveLength(2);
  });

  it('is two causes of a server', () => {
    const manifest = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: {
        containers: [{ name: 'a', image: 'a:1', volumeMounts: [{ name: 'v', mountPath: '/v' }] }],
        volumes: [{ name: 'v', fc: { lun: 2 } }],
      },
    };
    expect(serverStatus(judge(manifest, { minor: 36 })).causes.map(({ field }) => field)).toEqual([
      'spec.volumes[0].fc.targetWWNs',
      'spec.containers[0].volumeMounts[0].name',
    ]);
  });
});

test.each([
  ['load_', 'load-'],
  ['Load-', 'load-'],
  ['load__test', 'load-test'],
])('generateName %s is meant for %s', (given, meant) => {
  expect(found(POD.replace('{name: a}', `{generateName: ${given}}`))).toEqual([
    `metadata 3:26: rename it, for example to "${meant}"`,
  ]);
});

describe('a separator that is missing', () => {
  const MISSING = 'a --- is missing before this line';

  test.each([
    [`${POD}${SECOND}`, [`duplicate-key 7:1: ${MISSING}, if a second manifest begins here`]],
    [
      `${SECOND}${SECOND}${SECOND}`,
      [
        `duplicate-key 5:1: ${MISSING}, if a second manifest begins here`,
        `duplicate-key 9:1: ${MISSING}, if a second manifest begins here`,
      ],
    ],
    [
      `${HEAD}spec:\n  containers:\n  - name: a\n    image: a\n    ports:\n    - containerPort: 8080---\n${SECOND.replace('ConfigMap', 'Service').replace('data: {a: b}', 'spec: {}')}`,
      [`duplicate-key 10:1: ${MISSING}: move the --- after the last value to a line of its own`],
    ],
    [`${SECOND}kind: ConfigMap\n`, ['duplicate-key 5:1: remove one of them']],
    [`{${SECOND.trim().replaceAll('\n', ', ')}, apiVersion: v1, kind: ConfigMap}`, ['', '']],
  ])('%#', (text, expected) => {
    const told = found(text).filter((finding) => finding.startsWith('duplicate-key'));
    if (expected[0]) expect(told).toEqual(expected);
    else expect(told).toHaveLength(expected.length);
  });
});

describe('a character that is easily overlooked is named', () => {
  test.each([
    ['metadata: {name: a}', 'metadata:\n\u00a0 name: a', 'replace U+00A0 (no-break space) with a space'],
    ['metadata: {name: a}', 'metadata:\n  name:\u00a0a', 'replace U+00A0 (no-break space) with a space'],
    ['metadata: {name: a}', 'metadata:\n\tname: a', 'replace U+0009 (tab) with spaces'],
    ['metadata: {name: a}', 'metadata: {name\u200b: a}', 'remove U+200B (zero-width space)'],
    ['metadata: {name: a}', 'metadata: {name: a\u200b}', 'remove U+200B (zero-width space)'],
    ['metadata: {name: a}', 'metadata: {\ufeffname: a}', 'remove U+FEFF (byte order mark)'],
    ['metadata: {name: a}', 'metadata: {name: a\u00adb}', 'remove U+00AD (soft hyphen)'],
    ['metadata: {name: a}', 'metadata: {name: a\u2011b}', 'replace U+2011 (non-breaking hyphen) with -'],
    ['metadata: {name: a}', 'metadata: {name: a\u2013b}', 'replace U+2013 (en dash) with -'],
    ['metadata: {name: a}', 'metadata\uff1a {name: a}', 'replace U+FF1A (fullwidth :) with :'],
    ['kind: Pod', 'kind: Pod\u200b', 'remove U+200B (zero-width space)'],
    ['kind: Pod', '\u200bkind: Pod', 'remove U+200B (zero-width space)'],
    ['kind: Pod', '\u2060kind: Pod', 'remove U+2060 (word joiner)'],
    [
      'name: a}',
      'name: \u201ca\u201d}',
      'replace U+201C (left double quotation mark) with ", replace U+201D (right double quotation mark) with "',
    ],
  ])('%#', (part, strange, suggestion) => {
    const told = found(POD.replace(part, strange));
    expect(told.map((finding) => finding.replace(/^\S+ \S+: /, ''))).toEqual([suggestion]);
  });

  it('is not blamed for something else', () => {
    expect(
      found(POD.replace('name: a, image', 'nam: a, image').replace('spec:', 'spec: # don\u2019t')),
    ).toEqual(['unknown-field 6:6: did you mean "name"?']);
  });
});

describe('comments of other languages', () => {
  test.each([
    [`// a comment\n${POD}`, '1:1'],
    [POD.replace('spec:', '// a comment\nspec:'), '4:1'],
    [POD.replace('spec:', '/* a comment */\nspec:'), '4:1'],
    [POD.replace('spec:', '<!-- a comment -->\nspec:'), '4:1'],
    [POD.replace('  containers:', '  // note: a comment\n  containers:'), '5:3'],
    [POD.replace('  - {', '  // a comment\n  - {'), '6:3'],
  ])('%#', (text, place) => {
    expect(found(text)).toEqual([
      expect.stringMatching(new RegExp(`^\\S+ ${place}: comments begin with #$`)),
    ]);
  });
});

describe('keys that YAML reads as the same boolean', () => {
  const data = (keys: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {${keys}}\n`;

  test.each([
    ['on: a, y: b', 'quote "on" and "y": YAML 1.1 reads on and y as the boolean true'],
    ['off: a, false: b', 'quote "off": YAML 1.1 reads off as the boolean false'],
    ['012: a, 10: b', 'quote "012": YAML 1.1 reads 012 as 10'],
  ])('%s', (keys, suggestion) => {
    expect(found(data(keys))).toEqual([expect.stringContaining(`: ${suggestion}`)]);
  });

  it('are two findings if they are not', () => {
    expect(found(data('on: a, n: b'))).toHaveLength(2);
  });
});

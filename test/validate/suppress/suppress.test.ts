import { App, Chart } from 'cdk8s';
import { Deployment, ManifestValidator, Pod, Validation } from '../../../lib';
import { Source } from '../../../lib/manifest/source';
import { judgeSource } from '../../../lib/validate/judged';
import type { EngineOptions } from '../../../lib/validate/engine';

const HEAD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n';

/** What is told and what is suppressed: `line:column rule`, with the reason of the latter. */
function judged(text: string, options: Partial<EngineOptions> = {}) {
  const all = [
    ...judgeSource(new Source(text), { minor: 36, rules: { resources: 'off' }, ...options }),
  ].flatMap((manifest) => manifest.reported());
  const place = ({ finding: { position, rule } }: (typeof all)[number]) =>
    `${position!.line}:${position!.column} ${rule}`;
  return {
    told: all.filter(({ suppressed }) => !suppressed).map(place),
    suppressed: all
      .filter(({ suppressed }) => suppressed)
      .map((found) => `${place(found)}${found.suppressed!.reason ? `: ${found.suppressed!.reason}` : ''}`),
  };
}

const pod = (containers: string, start = HEAD) => `${start}spec:\n  containers:\n${containers}`;

test.each(['\u00a0', '\u2003', '\u3000'])(
  'a comment that holds %j is read to the end of its line',
  (space) => {
    expect(
      judged(
        `${pod('  - name: a\n    image: nginx')} # pod-patterns: ignore${space}image-tag -- a${space}b\n`,
      ),
    ).toEqual({ told: [], suppressed: [`7:12 image-tag: a${space}b`] });
  },
);

describe('a comment', () => {
  test('behind something is about its line', () => {
    expect(
      judged(
        pod(
          '  - name: a\n    image: nginx # pod-patterns: ignore image-tag -- the base\n  - name: b\n    image: nginx\n',
        ),
      ),
    ).toEqual({ told: ['9:12 image-tag'], suppressed: ['7:12 image-tag: the base'] });
  });

  test('alone is about the next line', () => {
    expect(judged(pod('  - name: a\n    # pod-patterns: ignore image-tag\n    image: nginx\n'))).toEqual({
      told: [],
      suppressed: ['8:12 image-tag'],
    });
  });

  test('alone before an item is about all of the item', () => {
    expect(
      judged(
        pod(
          '  # pod-patterns: ignore image-tag\n  - name: a\n    image: nginx\n  - name: b\n    image: nginx\n',
        ),
      ),
    ).toEqual({ told: ['10:12 image-tag'], suppressed: ['8:12 image-tag'] });
  });

  test('alone before an entry is about all of the entry, but not of what is beside it', () => {
    const text = `${HEAD}spec:\n  # pod-patterns: ignore image-tag\n\n  # for now\n  initContainers:\n  - {name: i, image: nginx}\n  containers:\n  - {name: a, image: nginx}\n`;
    expect(judged(text)).toEqual({ told: ['11:22 image-tag'], suppressed: ['9:22 image-tag'] });
  });

  test('before the first key is about the whole document, and no other', () => {
    const text = pod('  - {name: a, image: nginx}\n  - {name: b, image: nginx}\n');
    expect(judged(`# of team web\n# pod-patterns: ignore image-tag\n${text}---\n${text}`)).toEqual({
      told: ['16:22 image-tag', '17:22 image-tag'],
      suppressed: ['8:22 image-tag', '9:22 image-tag'],
    });
  });

  test('may name several rules, once or more often', () => {
    expect(
      judged(
        pod('  # pod-patterns: ignore image-tag, resources -- all of it\n  - {name: a, image: nginx}\n'),
        { rules: {} },
      ),
    ).toEqual({ told: [], suppressed: ['7:22 image-tag: all of it', '7:5 resources: all of it'] });
  });

  test('stands in JSON-like YAML, in any item of a List, behind anchors and Windows line ends', () => {
    const list =
      'apiVersion: v1\r\nkind: List\r\nitems: [\r\n  # pod-patterns: ignore image-tag -- first\r\n  {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: nginx}]}},\r\n' +
      '  {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {containers: [{name: a, image: nginx}]}},\r\n  ]\r\n';
    expect(judged(list)).toEqual({
      told: [expect.stringMatching(/^6:\d+ image-tag$/)],
      suppressed: [expect.stringMatching(/^5:\d+ image-tag: first$/)],
    });
  });

  test('is none in a text of YAML', () => {
    const text = pod(
      '  - name: a\n    image: nginx\n    args:\n    - |\n      # pod-patterns: ignore image-tag\n    - "x # pod-patterns: ignore image-tag"\n    - x#pod-patterns: ignore image-tag\n',
    );
    expect(judged(text.replace('x#pod-patterns: ', 'x#pod-patterns:'))).toEqual({
      told: ['7:12 image-tag'],
      suppressed: [],
    });
  });

  test('behind the header of a block of text is one', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: | # pod-patterns: ignore image-tag\n    # pod-patterns: ignore resources\n';
    expect(judged(text).told).toEqual(['5:31 suppression-unused']);
  });

  test('changes no verdict of a server, and is told so', () => {
    expect(
      judged(
        pod(
          '  # pod-patterns: ignore container-ports, unknown-field\n  - {name: a, image: "nginx:1", ports: [{containerPort: 70000}], x: 1}\n',
        ),
      ),
    ).toEqual({
      told: [
        '7:66 unknown-field',
        '7:57 container-ports',
        '6:26 suppression-refused',
        '6:43 suppression-refused',
      ],
      suppressed: [],
    });
  });

  test('suppresses what a server only warns of, what it drops, and kinds that are not known', () => {
    const text = `# pod-patterns: ignore unknown-kind\napiVersion: example.com/v1\nkind: Gadget\nmetadata: {name: a}\n---\n${HEAD}spec:\n  containers:\n  - {name: a, image: "nginx:1", env: [{name: A, value: a}, {name: A, value: b}]} # pod-patterns: ignore duplicate-env, pod-duplicate-env\n`;
    const { told, suppressed } = judged(text);
    expect(suppressed[0]).toBe('3:7 unknown-kind');
    expect([...told, ...suppressed].filter((found) => !found.includes('suppression'))).toHaveLength(2);
  });

  test.each([
    ['# pod-patterns: ignore image-tagg', 'unknown rule "image-tagg"', 'did you mean "image-tag"?'],
    ['# pod-patterns: ignore zzzzzzzzzz', 'unknown rule "zzzzzzzzzz"', 'use a rule ID as shown in findings'],
    ['# pod-patterns: ignore', 'no rule is specified', 'use # pod-patterns: ignore RULE -- REASON'],
    [
      '# pod-patterns: ignore -- because',
      'no rule is specified',
      'use # pod-patterns: ignore RULE -- REASON',
    ],
    [
      '# pod-patterns: ignroe image-tag',
      'unknown directive "ignroe": did you mean "ignore"?',
      'use # pod-patterns: ignore RULE -- REASON',
    ],
    [
      '# pod-patterns: ignore image-tag',
      'this comment suppresses no finding of image-tag',
      'remove the comment',
    ],
    [
      '# pod-patterns ignore image-tag',
      'missing colon after pod-patterns',
      'use # pod-patterns: ignore RULE -- REASON',
    ],
    [
      '# pod-patterns: ignore *',
      'unknown rule "*"',
      'list each rule: all rules cannot be suppressed at once',
    ],
    [
      '# pod-patterns: ignore all',
      'unknown rule "all"',
      'list each rule: all rules cannot be suppressed at once',
    ],
    ['# pod-patterns: ignore pod-security-x', 'unknown rule "pod-security-x"', expect.any(String)],
  ])('%s that does nothing is told of', (comment, message, suggestion) => {
    const found = new ManifestValidator({ rules: { resources: 'off' } }).validateYaml(
      `${pod('  - {name: a, image: "nginx:1"}')} ${comment}\n`,
    );
    expect(found.map((finding) => [finding.level, finding.message, finding.suggestion])).toEqual([
      ['warning', message, suggestion],
    ]);
  });

  test.each([
    ['because we say so', 'because we say so'],
    ['- because', '- because'],
    ['(because)', '(because)'],
  ])('with a reason that nothing stands before is told of once, and suppresses: %s', (reason, told) => {
    const found = new ManifestValidator({ rules: { resources: 'off' } }).validateYaml(
      `${pod('  - {name: a, image: nginx}')} # pod-patterns: ignore image-tag ${reason}\n`,
    );
    expect(found.map(({ rule, message, position }) => [rule, message, position!.column])).toEqual([
      ['suppression-unknown', `${JSON.stringify(told)} is not a rule: put a reason after --`, 62],
    ]);
  });

  test('may have blanks between its rules, of which a misspelt one is no reason', () => {
    const found = new ManifestValidator({ rules: { resources: 'off' } }).validateYaml(
      `${pod('  - {name: a, image: nginx}')} # pod-patterns: ignore image-tag image-regstry stop-signals\n`,
    );
    expect(found.map(({ message }) => message)).toEqual([
      'unknown rule "image-regstry"',
      'unknown rule "stop-signals"',
    ]);
  });

  test('that only speaks of the program is none', () => {
    expect(
      judged(`${pod('  - {name: a, image: "nginx:1"}')} # pod-patterns does not ignore this\n`).told,
    ).toEqual([]);
  });

  test('in a document without a manifest suppresses nothing, and is told of', () => {
    expect(judged(`# pod-patterns: ignore image-tag\n---\n${pod('  - {name: a, image: nginx}\n')}`)).toEqual({
      told: ['1:24 suppression-unused', '8:22 image-tag'],
      suppressed: [],
    });
  });

  test('is not said to be unused where its rule is off, or no Pod Security Standard is to be met', () => {
    expect(
      judged(
        pod('  - {name: a, image: "nginx:1"} # pod-patterns: ignore resources, pod-security-host-ports\n'),
      ).told.filter((found) => !found.includes('unknown')),
    ).toEqual([]);
  });

  test('is not looked for where the text does not parse', () => {
    expect(judged('a: [ # pod-patterns: ignore image-tag\n').told).toEqual([
      expect.stringContaining('yaml-syntax'),
    ]);
  });

  test('is told of by the level that is asked for', () => {
    const found = (level: 'error' | 'off') =>
      new ManifestValidator({ rules: { resources: 'off', 'suppression-unused': level } })
        .validateYaml(`${pod('  - {name: a, image: "nginx:1"}')} # pod-patterns: ignore image-tag\n`)
        .map(({ level }) => level);
    expect([found('error'), found('off')]).toEqual([['error'], []]);
  });
});

describe('an annotation', () => {
  const annotated = (annotations: object, template?: object) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', annotations },
    spec: {
      selector: { matchLabels: { a: 'b' } },
      template: {
        metadata: { labels: { a: 'b' }, annotations: template },
        spec: { containers: [{ name: 'a', image: 'nginx' }] },
      },
    },
  });
  const rules = (manifest: object) =>
    new ManifestValidator({ rules: { resources: 'off' } })
      .validate(manifest)
      .map(({ rule, path }) => `${rule} ${path}`);

  test('of the object or of its Pod template is about all of it', () => {
    expect(rules(annotated({ 'ignore.pod-patterns/image-tag': 'the base' }))).toEqual([]);
    expect(rules(annotated({}, { 'ignore.pod-patterns/image-tag': '' }))).toEqual([]);
  });

  test('has its value as reason', () => {
    expect(
      judged(
        `${pod('  - {name: a, image: nginx}\n', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    ignore.pod-patterns/image-tag: the base\n')}`,
      ).suppressed,
    ).toEqual(['9:22 image-tag: the base']);
  });

  test('of a rule that finds nothing, or that there is not, is told of in its place', () => {
    expect(
      rules(annotated({ 'ignore.pod-patterns/stop-signal': 'x' }, { 'ignore.pod-patterns/image-tags': 'x' })),
    ).toEqual([
      'image-tag spec.template.spec.containers[0].image',
      'suppression-unused metadata.annotations[ignore.pod-patterns/stop-signal]',
      'suppression-unknown spec.template.metadata.annotations[ignore.pod-patterns/image-tags]',
    ]);
  });

  test.each([
    'ignore.pod-patterns',
    'pod-patterns.ignore/image-tag',
    'pod-patterns/ignore',
    'ignore.pod-pattern/image-tag',
  ])('that is called %s is told of', (key) => {
    const found = new ManifestValidator({ rules: { resources: 'off', 'image-tag': 'off' } }).validate(
      annotated({ [key]: 'image-tag' }),
    );
    expect(found.map(({ rule, message, suggestion }) => [rule, message, suggestion])).toEqual([
      ['suppression-unknown', `unknown annotation "${key}"`, 'use ignore.pod-patterns/RULE: REASON'],
    ]);
  });

  test('counts for constructs, at synth and when asked', () => {
    const app = new App();
    const chart = new Chart(app, 'demo');
    Validation.of(app).configure({ rules: { 'image-tag': 'error', resources: 'off' } });
    new Pod(chart, 'pod', {
      metadata: { annotations: { 'ignore.pod-patterns/image-tag': 'the base' } },
      main: { name: 'a', image: 'nginx' },
    });
    new Deployment(chart, 'web', {
      pod: {
        metadata: { annotations: { 'ignore.pod-patterns/image-tag': 'the base' } },
        main: { name: 'a', image: 'nginx' },
      },
    });
    expect(Validation.of(app).findings()).toEqual([]);
    expect(() => app.synthYaml()).not.toThrow();
  });
});

test('what a server would have said does not change', () => {
  const [manifest] = judgeSource(new Source(pod('  - {name: a} # pod-patterns: ignore container-image\n')), {
    minor: 36,
  });
  expect(manifest.judgement.findings.map(({ rule }) => rule)).toContain('container-image');
  expect(manifest.findings().map(({ rule }) => rule)).toEqual(['container-image', 'suppression-refused']);
});

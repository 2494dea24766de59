import { insertBefore, insertLast, insertSorted } from './insert';
import { EXAMPLE, type Name, nameOf, type Skeleton } from './skeleton';

/** A pattern that adds one container. */
export const PATTERN: Skeleton = {
  description: 'a pattern for Pods',
  example: 'pull-secret',
  generates: false,
  plan(given, read) {
    const name = nameOf(given);
    const { kebab } = name;
    const [source, test, page] = [
      `patterns/${kebab}.ts`,
      `test/patterns/${kebab}.test.ts`,
      `docs/patterns/${kebab}.md`,
    ];
    return {
      created: new Map([
        [source, pattern(name)],
        [test, testText(name)],
        [page, pageText(name)],
      ]),
      changed: new Map([
        [INDEX, exported(name, read(INDEX))],
        [TABLE, inTable(name, read(TABLE))],
        [LIST, insertLast(read(LIST), `| [${sentence(name.words)}](patterns/${kebab}.md) | | |`, ROW)],
      ]),
      next: [
        `${source}: replace the example by the pattern; if it has a construct, export it in ${INDEX}`,
        `${test}: test what it adds`,
        `${page}: write its sections, with a row for each option, also for those that it extends`,
        `${LIST}: fill in its row`,
        `${TABLE}: create one as a user would; if it has the option native, add its name to WITH_SIDECAR`,
        'npm run update-api, whenever its options have changed: until then no code can use it',
        `npx jest test/patterns/catalogue -t ${name.pascal} names what is missing`,
      ],
    };
  },
};

const INDEX = 'lib/index.ts';
const TABLE = 'test/support/table/patterns.ts';
const LIST = 'docs/patterns.md';

const ROW = /^\| \[.+\]\(patterns\/.*\|$/;

const exported = ({ kebab, pascal }: Name, text: string) =>
  insertSorted(
    text,
    `export { ${pascal}, ${pascal}Options } from '../patterns/${kebab}';`,
    /^export .* from '\.\.\/patterns\/([\w-]+)';$/,
  );

function inTable({ kebab, pascal }: Name, text: string): string {
  const container = `helper(\`${kebab}-\${nth}\`, 'registry.example.com/${kebab}:1.0')`;
  return insertBefore(
    insertSorted(text, `  ${pascal},`, /^ {2}(?:type )?([A-Z]\w+),$/),
    `  ${pascal}: ({ nth }) => new ${pascal}({ container: ${container} }),\n`,
    /^\};\n\n\/\*\* Patterns whose helper/m,
  );
}

const pattern = ({ pascal, words }: Name) => `import type { Container } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';

/** Options of the pattern ${words}. */
export interface ${pascal}Options {
  /** Container that the pattern adds. It is taken as it is. */
  readonly container: Container;
}

/** ${sentence(words)}: what it is for. ${EXAMPLE}. */
export class ${pascal} extends PodPattern {
  /**
   * @param options container to add
   * @throws Error if an option is invalid
   */
  public constructor(private readonly options: ${pascal}Options) {
    super();
    checkArguments('${pascal}', options);
  }

  /**
   * Adds the container.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    pod.addContainer(this.options.container);
  }
}
`;

const testText = ({ pascal }: Name) => `import { PodTemplate, ${pascal} } from '../../lib';

// ${EXAMPLE}.
describe('${pascal}', () => {
  test('adds its container', () => {
    const container = { name: 'helper', image: 'helper:1.0' };
    const pod = new PodTemplate({
      main: { name: 'app', image: 'app:1.0' },
      patterns: [new ${pascal}({ container })],
    });
    expect(pod.toSpec().containers).toContainEqual(container);
  });
});
`;

const pageText = ({ pascal, words }: Name) => `# ${sentence(words)}

**Problem.**

\`${pascal}\` is the pattern; add it to any Pod.

## Options

## What is built in

## What can go wrong
`;

const sentence = (words: string) => words[0].toUpperCase() + words.slice(1);

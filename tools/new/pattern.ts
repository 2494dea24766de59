import type { Name, Skeleton } from './skeleton';

/** A pattern that adds one container. */
export const PATTERN: Skeleton = {
  description: 'a pattern for Pods',
  files: (name) =>
    new Map([
      [`patterns/${name.kebab}.ts`, pattern(name)],
      [`test/patterns/${name.kebab}.test.ts`, test(name)],
      [`docs/patterns/${name.kebab}.md`, page(name)],
    ]),
  next: `write the pattern, and its lines in lib/index.ts, test/support/table/patterns.ts and docs/patterns.md;
run npm run build and npm run option-table; npx jest test/patterns/catalogue names what is missing`,
};

const pattern = ({ pascal, words }: Name) => `import type { Container } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { PodPattern } from '../lib/pod/pod-pattern';
import type { PodTemplate } from '../lib/pod/pod-template';

/** Options of the pattern ${words}. */
export interface ${pascal}Options {
  /** Container that the pattern adds. It is taken as it is. */
  readonly container: Container;
}

/** ${sentence(words)}: what it is for. */
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

const test = ({ pascal }: Name) => `import { PodTemplate, ${pascal} } from '../../lib';

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

const page = ({ pascal, words }: Name) => `# ${sentence(words)}

**Problem.**

\`${pascal}\` is the pattern; add it to any Pod.

## Options

## What is built in

## What can go wrong
`;

const sentence = (words: string) => words[0].toUpperCase() + words.slice(1);

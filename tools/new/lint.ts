import { IMPORT, insertLast, insertSorted } from './insert';
import { assertFreeRule, EXAMPLE, type Name, nameOf, type Read, type Skeleton } from './skeleton';

const INDEX = 'lib/validate/lint/index.ts';

/** A rule of our own, about Pods. */
export const LINT: Skeleton = {
  description: 'a rule for a mistake that no server reports',
  example: 'pull-secret',
  generates: true,
  plan(given, read) {
    const name = nameOf(given);
    assertFreeRule(name.kebab);
    const [source, fixture] = [
      `lib/validate/lint/${name.kebab}.ts`,
      `test/validate/lint/fixtures/${name.kebab}.yaml`,
    ];
    return {
      created: new Map([
        [source, sourceText(name)],
        [fixture, fixtureText(name)],
      ]),
      changed: new Map([[INDEX, listed(name, read)]]),
      next: [
        `${source}: replace the example by the rule, and write its texts`,
        `${fixture}: mark the mistake, and add what resembles it and is correct`,
        'npm run generate',
        `npx jest test/validate/catalogue -t ${name.kebab} names what is missing`,
        'npx jest test/validate/lint shows what the rule finds',
      ],
    };
  },
};

function listed({ kebab, constant }: Name, read: Read): string {
  const text = insertSorted(read(INDEX), `import { ${constant} } from './${kebab}';`, IMPORT);
  return insertLast(text, `  ${constant},`, /^ {2}[A-Z_0-9]+,$/);
}

const sourceText = ({ kebab, constant }: Name) => `import { defineRule } from '../rule';
import type { Lint } from './pod';

/** What goes wrong at run time. ${EXAMPLE}. */
export const ${constant} = defineRule<Lint>({
  id: '${kebab}',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: '',
  why: '',
  suggestion: '',
  judge({ containers }, report) {
    for (const { name, path } of containers) {
      if (!name) report(path, 'it has no name', 'set a name for the container');
    }
  },
});
`;

const fixtureText = ({
  kebab,
}: Name) => `# Mark the line that the finding points to with ${kebab} after "#!"; add what resembles the mistake and is correct.
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - name: app
    image: nginx:1.27
`;

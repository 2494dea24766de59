import type { Name, Skeleton } from './skeleton';

/** A rule of our own, about Pods. */
export const LINT: Skeleton = {
  description: 'a rule for a mistake that no server reports',
  files: (name) =>
    new Map([
      [`lib/validate/lint/${name.kebab}.ts`, source(name)],
      [`test/validate/lint/fixtures/${name.kebab}.yaml`, fixture(name)],
    ]),
  next: `replace the example by the rule, write its texts, list it in lib/validate/lint/index.ts, mark the mistake in the fixture,
and run npm run generate; npx jest test/validate/catalogue names what is missing`,
};

const source = ({ kebab, constant }: Name) => `import { defineRule } from '../rule';
import type { Lint } from './pod';

/** What goes wrong at run time. */
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

const fixture = ({
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

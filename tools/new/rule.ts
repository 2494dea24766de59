import type { Name, Skeleton } from './skeleton';

/** A rule of a server about containers: others differ in the type of what they judge. */
export const RULE: Skeleton = {
  description: 'a rule that a server has',
  files: (name) =>
    new Map([
      [`lib/validate/rules/${name.kebab}.ts`, source(name)],
      [`test/validate/fixtures/${name.kebab}.yaml`, fixture(name)],
    ]),
  next: `replace the example by the rule, write its texts, list it in lib/validate/rules/index.ts or where the server has it,
mark the mistake in the fixture, and run npm run generate; npx jest test/validate/catalogue names what is missing`,
};

const source = ({ kebab, constant }: Name) => `import { defineRule } from '../rule';
import type { ContainerRule } from './container-subject';

/** Why the server has this rule: upstream function, 1.36. */
export const ${constant} = defineRule<ContainerRule>({
  id: '${kebab}',
  stage: 'judge',
  mistake: '',
  suggestion: '',
  judge({ container }, at) {
    if (!container.name) at.field('name').required();
  },
});
`;

const fixture = ({ kebab }: Name) => `# Mark the line that the finding points to with ${kebab} after "#!".
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - name: app
    image: nginx:1.27
`;

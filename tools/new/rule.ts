import { assertFreeRule, EXAMPLE, type Name, nameOf, type Skeleton } from './skeleton';

/** A rule of a server about containers: others differ in the type of what they judge. */
export const RULE: Skeleton = {
  description: 'a rule that a server has',
  example: 'pull-secret',
  generates: true,
  plan(given) {
    const name = nameOf(given);
    assertFreeRule(name.kebab);
    const [source, fixture] = [
      `lib/validate/rules/${name.kebab}.ts`,
      `test/validate/fixtures/${name.kebab}.yaml`,
    ];
    return {
      created: new Map([
        [source, sourceText(name)],
        [fixture, fixtureText(name)],
      ]),
      changed: new Map(),
      next: [
        `${source}: replace the example by the rule, and write its texts`,
        `lib/validate/rules/index.ts, or the function of the kind: list ${name.constant} where the server has it in its order`,
        `${fixture}: mark the mistake`,
        'npm run generate',
        `npx jest test/validate/catalogue -t ${name.kebab} names what is missing`,
        'npx jest test/validate/fixtures shows what the rule finds',
      ],
    };
  },
};

const sourceText = ({ kebab, constant }: Name) => `import { defineRule } from '../rule';
import type { ContainerRule } from './container-subject';

/** Why the server has this rule: upstream function, 1.36. ${EXAMPLE}. */
export const ${constant} = defineRule<ContainerRule>({
${ruleBody(kebab, 'judge({ container }, at) {', `if (!container.name) at.field('name').required();`)}
});
`;

/** The record of a server rule, without its texts, and its function. */
export const ruleBody = (id: string, head: string, statement: string) => `  id: '${id}',
  stage: 'judge',
  mistake: '',
  suggestion: '',
  ${head}
    ${statement}
  },`;

const fixtureText = ({ kebab }: Name) => `# Mark the line that the finding points to with ${kebab} after "#!".
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - name: app
    image: nginx:1.27
`;

import type { Kind } from '../../lib/validate/schema/schema';
import { EXAMPLE, type Name } from './skeleton';

/** What a command and what belongs to it are called. */
export interface CommandNames {
  /** `create-quota` and so on. */
  readonly id: Name;
  /** `create quota`. */
  readonly name: string;
  /** `create`. */
  readonly parent?: string;
  /** `quota`. */
  readonly last: string;
  readonly folder: string;
  /** What it makes. */
  readonly kind: Pick<Kind, 'apiVersion' | 'kind' | 'namespaced'>;
}

export const flagsText = ({ id, name }: CommandNames) => `import { CREATE_FLAGS } from '../../flags/common';

/** kubectl ${name}, 1.36. ${EXAMPLE}. */
export const ${id.constant}_FLAGS = {
  label: { type: 'string', option: 'same', usage: 'value of the label app' },
  ...CREATE_FLAGS,
} as const;
`;

export const optionsText = ({
  id,
  name,
}: CommandNames) => `import type { KubectlCreateOptions } from '../../options/shared';

/** Options of \`kubectl ${name}\`. */
export interface ${optionsOf(id)} extends KubectlCreateOptions {
  /**
   * Value of the label \`app\` (\`--label\`). ${EXAMPLE}.
   *
   * @default - no label
   */
  readonly label?: string;
}
`;

export const generateText = ({
  id,
  name,
  kind,
}: CommandNames) => `import { goMap, type JsonObject } from '../../../go/object';
import { KubectlError } from '../../errors';
import { objectMeta } from '../../object-meta';
import type { GeneratorInput } from '../generator-input';
import type { ${id.constant}_FLAGS } from './flags';

/** kubectl ${name}: upstream function, 1.36. ${EXAMPLE}. */
export function generate(input: GeneratorInput<typeof ${id.constant}_FLAGS>): JsonObject {
  const { name, values, ${kind.namespaced ? 'namespace, ' : ''}minor } = input;
  if (!name) throw new KubectlError('name must be specified');
  const labels = values.label ? goMap([['app', values.label]]) : undefined;
  return {
    kind: '${kind.kind}',
    apiVersion: '${kind.apiVersion}',
    metadata: objectMeta({ name, ${kind.namespaced ? 'namespace, ' : ''}labels }, minor),
  };
}
`;

export const commandText = ({ id, last, kind }: CommandNames) => `import { generator } from '../command';
import { ${id.constant}_FLAGS } from './flags';
import { generate } from './generate';

/** ${EXAMPLE}. */
export const ${id.constant} = generator({
  summary: 'Create ${summaryOf(kind.kind)}',
  usage: 'NAME [--label=VALUE]',
  failure: 'failed to create ${last}',
  flags: ${id.constant}_FLAGS,
  generate,
});
`;

export const methodText = ({ id, name, kind }: CommandNames) => `
  /**
   * Creates ${summaryOf(kind.kind)}: \`kubectl ${name} NAME\`.
   *
   * @param name name of the ${kind.kind}
   * @param options flags of the command
   */
  public static ${methodOf(id)}(name: string, options: ${optionsOf(id)} = {}): KubectlManifest {
    checkArguments('Kubectl.${methodOf(id)}', name, options);
    return KubectlManifest._of(generator().generateFromOptions('${name}', name, options));
  }
`;

export const optionsOf = ({ pascal }: Name) => `Kubectl${pascal}Options`;

export const methodOf = ({ pascal }: Name) => pascal[0].toLowerCase() + pascal.slice(1);

export const summaryOf = (kind: string) => `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}`;

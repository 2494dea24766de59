import type { Field } from '../../field';

/** Judges one source of a volume. */
export type SourceJudge<S> = (source: S, at: Field) => void;

/** A judge of a source that is well if some of its fields hold something. */
export function requires<S extends object>(...fields: (keyof S & string)[]): SourceJudge<S> {
  return (source, at) => {
    for (const field of fields) {
      const value = source[field] as string | readonly string[] | undefined;
      if (!value?.length) at.field(field).required();
    }
  };
}

/** What volumes name their Secret by: in a PersistentVolume the namespace, too. */
export interface SecretName {
  readonly name?: string;
  readonly namespace?: string;
}

/** The name of the Secret that a source refers to. */
export function judgeSecretName(secret: SecretName | undefined, at: Field): void {
  if (secret && !secret.name) at.field('name').required('', { suggestion: 'set the name of the Secret' });
}

/** As above, and its namespace: a PersistentVolume has none of its own. */
export function judgeSecretReference(secret: SecretName | undefined, at: Field): void {
  judgeSecretName(secret, at);
  if (secret && !secret.namespace) {
    at.field('namespace').required('', { suggestion: 'set the namespace of the Secret' });
  }
}

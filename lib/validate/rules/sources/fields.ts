import type { FieldPath } from '../../path';
import type { Verdict } from '../../verdict';

/** Judges one source of a volume. */
export type SourceJudge<S> = (source: S, path: FieldPath, verdict: Verdict) => void;

/** A judge of a source that is well if some of its fields hold something. */
export function requires<S extends object>(...fields: (keyof S & string)[]): SourceJudge<S> {
  return (source, path, verdict) => {
    for (const field of fields) {
      const value = source[field] as string | readonly string[] | undefined;
      if (!value?.length) verdict.required(path.child(field));
    }
  };
}

/** What volumes name their Secret by: in a PersistentVolume the namespace, too. */
export interface SecretName {
  readonly name?: string;
  readonly namespace?: string;
}

/** The name of the Secret that a source refers to. */
export function judgeSecretName(secret: SecretName | undefined, path: FieldPath, verdict: Verdict): void {
  if (secret && !secret.name) {
    verdict.required(path.child('name'), '', { remedy: 'set the name of the Secret' });
  }
}

/** As above, and its namespace: a PersistentVolume has none of its own. */
export function judgeSecretReference(
  secret: SecretName | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeSecretName(secret, path, verdict);
  if (secret && !secret.namespace) {
    verdict.required(path.child('namespace'), '', { remedy: 'set the namespace of the Secret' });
  }
}

import { sourceText, sourceValue } from './sources';
import type { Container, EnvVar } from '../../change/pod-spec';
import type { TypedManifest } from '../../manifests/typed';

interface Listing {
  readonly manifest: TypedManifest;
  readonly kind: string;
  readonly minor: number;
  /** Whether values stand in place of references. */
  readonly resolve: boolean;
}

/**
 * The variables of a container as `kubectl set env --list` prints them, and those that have no value here, by
 * reason.
 */
export function listEnv(
  container: Container,
  { manifest, kind, minor, resolve }: Listing,
): { readonly text: string; readonly problems: readonly string[] } {
  const unresolved = new Map<string, string[]>();
  const lines = (container.env ?? []).map((variable) =>
    variableText(variable, () => {
      try {
        return resolve
          ? sourceValue(variable.valueFrom!, { container, metadata: manifest.metadata, minor })
          : undefined;
      } catch (error) {
        const { message } = error as Error;
        unresolved.set(message, [...(unresolved.get(message) ?? []), variable.name ?? '']);
        return undefined;
      }
    }),
  );
  return {
    text: [`# ${kind} ${manifest.name}, container ${container.name ?? ''}\n`, ...lines].join(''),
    problems: [...unresolved]
      .map(([reason, names]) => `error retrieving reference for ${names.sort().join(', ')}: ${reason}`)
      .sort(),
  };
}

function variableText(
  { name = '', value = '', valueFrom }: EnvVar,
  resolved: () => string | undefined,
): string {
  if (!valueFrom) return `${name}=${value}\n`;
  const found = resolved();
  return found === undefined ? `# ${name} from ${sourceText(valueFrom)}\n` : `${name}=${found}\n`;
}

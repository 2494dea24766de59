import { UNKNOWN } from '../cluster';
import type { EngineOptions } from '../engine';
import { decode, judge, kindOf, prepared, serverStatus, structOf } from '../judging';
import type { AnyObject } from '../kinds/strategy';
import type { Kind } from '../schema/schema';
import type { ServerStatus } from '../status';
import { COMPLETIONS, knowsDefaultsOf } from '../defaulted/completions';
import type { Completion } from '../defaulted/completion';
import { encode } from '../encode/encode';
import { completeMetadata, SERVERS_OWN } from './metadata';

/** What a server answers to a manifest. */
export interface Defaulted {
  /**
   * The object as it would return it, keys in alphabetical order, without what only a server can know; absent
   * where it refuses the manifest.
   */
  readonly object?: { readonly [field: string]: unknown };
  readonly status: ServerStatus;
  /** Whether all defaults of the kind are known here: those of another kind are missing. */
  readonly defaultsKnown: boolean;
}

export interface DefaultedOptions extends EngineOptions {
  /**
   * Namespace of objects that name none.
   *
   * @default default
   */
  readonly namespace?: string;
}

/**
 * What a server answers to `kubectl create --dry-run=server --validate=strict -o json`. Pure: the manifest
 * stays as it is.
 */
export function defaulted(manifest: unknown, options: DefaultedOptions): Defaulted {
  const status = serverStatus(
    judge(manifest, { ...options, rules: { 'unknown-kind': options.rules?.['unknown-kind'] ?? 'error' } }),
  );
  if (!status.ok) return { status, defaultsKnown: false };
  const { apiVersion, kind } = manifest as Head;
  const isKnown = kindOf(apiVersion, kind) !== undefined;
  return {
    object: isKnown ? returned(manifest as Head, options) : structuredClone(manifest as Encoded),
    status,
    defaultsKnown: knowsDefaultsOf(`${apiVersion} ${kind}`),
  };
}

interface Head {
  readonly apiVersion: string;
  readonly kind: string;
}

function returned(
  manifest: Head,
  { minor, cluster = UNKNOWN, namespace = 'default' }: DefaultedOptions,
): { [field: string]: unknown } {
  const kind = kindOf(manifest.apiVersion, manifest.kind)!;
  const object = prepared(
    decode<AnyObject & { status?: unknown }>(withoutStatus(manifest, kind), kind.struct, minor).object,
    kind,
    minor,
    cluster,
  );
  const complete = COMPLETIONS.get(`${kind.apiVersion} ${kind.kind}`) as Completion<AnyObject> | undefined;
  complete?.(object, { minor, cluster });
  completeMetadata((object.metadata ??= {}), kind, namespace, minor);
  return withoutServersOwn(encode(object, kind.struct, minor));
}

/** A new object has the status that the server gives it, whatever the manifest says. */
function withoutStatus(manifest: Head, { struct }: Kind): Head {
  return structOf(struct).has('status') ? ({ ...manifest, status: undefined } as Head) : manifest;
}

type Encoded = { readonly [field: string]: unknown };

function withoutServersOwn(object: Encoded): { [field: string]: unknown } {
  const own = { ...object, metadata: without(object.metadata as Encoded, SERVERS_OWN) };
  const { conditions, ...status } = (object.status ?? {}) as { readonly conditions?: readonly Encoded[] };
  return conditions
    ? {
        ...own,
        status: {
          conditions: conditions.map((condition) => without(condition, ['lastTransitionTime'])),
          ...status,
        },
      }
    : own;
}

const without = (fields: Encoded, names: readonly string[]): Encoded =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

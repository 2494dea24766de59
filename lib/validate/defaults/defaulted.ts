import { UNKNOWN } from '../cluster';
import { decode } from '../decode/decode';
import { type EngineOptions, judge, prepared } from '../engine';
import { strategyOf } from '../kinds';
import type { AnyObject } from '../kinds/strategy';
import { type Kind, kindOf, structOf } from '../schema/schema';
import { serverStatus, type ServerStatus } from '../status';
import type { Coverage } from '../unknown-kinds/not-judged-text';
import { SERVERS_OWN } from './metadata';
import { stored } from './stored';

/** The server's response to a manifest. */
export interface Defaulted {
  /**
   * The object as it would return it, keys in alphabetical order, without what only a server can know; absent
   * where it refuses the manifest.
   */
  readonly object?: { readonly [field: string]: unknown };
  readonly status: ServerStatus;
  /** How much of the manifest the response is based on, if not everything. */
  readonly coverage?: Coverage;
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
  const judgement = judge(manifest, {
    ...options,
    rules: { 'unknown-kind': options.rules?.['unknown-kind'] ?? 'error' },
  });
  const status = serverStatus(judgement);
  if (!status.ok) return { status, defaultsKnown: false };
  const { apiVersion, kind } = manifest as Head;
  const known = kindOf(apiVersion, kind);
  return {
    object: known ? returned(manifest as Head, known, options) : structuredClone(manifest as Encoded),
    status,
    coverage: judgement.coverage,
    defaultsKnown: known !== undefined && strategyOf(known).applyDefaults !== undefined,
  };
}

/** An object with all that a server fills in, valid or not; undefined if the kind is not known. */
export function filledIn(manifest: Head, minor: number): { [field: string]: unknown } | undefined {
  const kind = kindOf(manifest.apiVersion, manifest.kind);
  return kind && returned(manifest, kind, { minor });
}

interface Head {
  readonly apiVersion: string;
  readonly kind: string;
}

function returned(
  manifest: Head,
  kind: Kind,
  { minor, cluster = UNKNOWN, namespace = 'default' }: DefaultedOptions,
): { [field: string]: unknown } {
  const strategy = strategyOf(kind);
  const given = minor >= (strategy.dropsStatusSince ?? 0) ? withoutStatus(manifest, kind) : manifest;
  const { object } = decode<AnyObject>(given, kind.struct, minor);
  prepared(object, strategy, minor, cluster);
  return withoutServersOwn(stored(object, strategy, kind, { minor, cluster, namespace }));
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

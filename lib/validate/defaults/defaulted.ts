import { UNKNOWN } from '../cluster';
import { decode } from '../decode/decode';
import { type EngineOptions, judge, prepared } from '../engine';
import { strategyOf } from '../kinds';
import type { AnyObject, Strategy } from '../kinds/strategy';
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
): Encoded {
  const strategy = strategyOf(kind);
  const dropsStatus = minor >= (strategy.dropsStatusSince ?? 0);
  const given = dropsStatus ? withoutStatus(manifest, kind) : manifest;
  const { object } = decode<AnyObject>(given, kind.struct, minor);
  prepared(object, strategy, minor, cluster);
  return withoutServersOwn(
    stored(object, strategy, kind, { minor, cluster, namespace }),
    strategy,
    dropsStatus,
  );
}

/** A new object has the status that the server gives it, whatever the manifest says. */
function withoutStatus(manifest: Head, { struct }: Kind): Head {
  return structOf(struct).has('status') ? ({ ...manifest, status: undefined } as Head) : manifest;
}

type Encoded = { readonly [field: string]: unknown };

/** A review's status is the server's answer. */
function withoutServersOwn(object: Encoded, { review }: Strategy, dropsStatus: boolean): Encoded {
  const own = { ...object, metadata: without(object.metadata as Encoded, SERVERS_OWN) };
  if (review) return without(own, ['status']);
  return dropsStatus && object.status ? { ...own, status: withoutTimes(object.status as Encoded) } : own;
}

/** Conditions that a server sets on a new object have the time at which it does so. */
const withoutTimes = (status: Encoded): Encoded =>
  Array.isArray(status.conditions)
    ? {
        ...status,
        conditions: status.conditions.map((condition: Encoded) => without(condition, ['lastTransitionTime'])),
      }
    : status;

const without = (fields: Encoded, names: readonly string[]): Encoded =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

import type { JsonObject } from '../../go/object';
import { isMap, withSortedKeys } from '../../go/sorted-keys';
import type { Invocation } from './invocation';
import type { ValidationDirective } from './directive';
import { refusal } from './refusal';
import { warnIfUnjudged } from './unjudged';

/** How an object is sent. */
export interface Request {
  readonly directive: ValidationDirective;
  /** What messages call the file that it is of. */
  readonly source: string;
}

type ResponseContext = Pick<Invocation, 'minor' | 'printed' | 'world'>;

/**
 * Returns the server's response to creating an object as a dry run.
 *
 * @throws KubectlError if it refuses the object
 */
export function dryRunResponse(
  manifest: JsonObject,
  sent: Request,
  { minor, printed, world }: ResponseContext,
): JsonObject {
  const { defaulted } = require('../../validate/defaulting') as typeof import('../../validate/defaulting');
  const { object, status, coverage } = defaulted(
    sent.directive === 'strict'
      ? manifest
      : withoutUnknownFields(manifest, sent.directive, { minor, printed }),
    { minor },
  );
  for (const warning of status.warnings) printed.warn(warning);
  if (!object) throw refusal(status, manifest, sent.source);
  return warnIfUnjudged(withGeneratedName(object, world.random), coverage, printed);
}

/**
 * Without the fields that its kind does not have, where nothing worse is wrong: then the server says that
 * alone.
 */
function withoutUnknownFields(
  manifest: JsonObject,
  directive: ValidationDirective,
  { minor, printed }: Pick<ResponseContext, 'minor' | 'printed'>,
): JsonObject {
  const { bySentOrder, decode, kindOf } =
    require('../../validate/judging') as typeof import('../../validate/judging');
  const {
    object,
    issues: { found },
  } = decode<JsonObject>(manifest, kindOf(String(manifest.apiVersion), String(manifest.kind))!.struct, minor);
  if (found.some(({ strict }) => !strict)) return manifest;
  if (directive === 'warn') for (const { message } of [...found].sort(bySentOrder)) printed.warn(message);
  return object;
}

/** Longest beginning of a name that a server makes (names.maxGeneratedNameLength, 1.36). */
const MAX_BASE_LENGTH = 58;

/** A server makes a name of `generateName`. */
function withGeneratedName(object: JsonObject, random: () => string): JsonObject {
  const { metadata } = object;
  if (!isMap(metadata) || metadata.name || typeof metadata.generateName !== 'string') return object;
  return withSortedKeys({
    ...object,
    metadata: { ...metadata, name: `${metadata.generateName.slice(0, MAX_BASE_LENGTH)}${random()}` },
  }) as JsonObject;
}

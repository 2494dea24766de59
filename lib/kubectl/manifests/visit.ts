import { quote } from '../../go/format';
import { textOf, UnreadableText } from '../../manifest/text';
import { collectError, KubectlError, KubectlErrors, throwIfAny } from '../errors';
import { type ReadDocument, readDocuments } from './documents';
import type { Manifest, ReadManifest } from './manifest';
import type { ManifestSource } from './paths';

/** How manifests are visited. */
export interface VisitOptions<T extends Manifest> {
  readonly read: ReadManifest<T>;
  /** Minor of kubectl to follow. */
  readonly minor: number;
  /** What is done to each before it is visited. */
  readonly prepare?: (manifest: T) => void;
  /**
   * Looks at the value of a document before it is read; where it throws, what follows in the same text stays
   * unread.
   */
  readonly checkDocument?: (value: unknown) => void;
  /**
   * Looks at the object of a document, then, without a source, at each item where it is a list; those that it
   * refuses count as unread.
   */
  readonly recognize?: (manifest: T, source?: string) => void;
  /** Whether an object is one of those that are asked for. */
  readonly isWanted?: (manifest: T) => boolean;
}

/**
 * Reads all manifests and visits one after the other. What goes wrong with one does not keep the others from
 * being visited (Builder.Do, ContinueOnError and Flatten, cli-runtime 1.36).
 *
 * @throws KubectlError of all that went wrong: first what visiting has thrown, then what could not be read
 */
export function visitManifests<T extends Manifest>(
  sources: readonly ManifestSource[],
  visiting: VisitOptions<T>,
  visit: (manifest: T, source: string) => void,
): void {
  const [errors, unread]: [KubectlError[], KubectlError[]] = [[], []];
  const each = (manifest: T, source: string) =>
    collectError(errors, () => {
      if (visiting.isWanted?.(manifest) === false) return;
      visiting.prepare?.(manifest);
      visit(manifest, source);
    });
  for (const source of sources) {
    collectError(unread, () => visitSource(documentsOf(source, visiting.minor), visiting, unread, each));
  }
  if (unread.length) errors.push(new KubectlErrors(unread));
  if (errors.length === 1) throw errors[0];
  throwIfAny(errors);
}

function visitSource<T extends Manifest>(
  { name, documents }: OpenSource,
  { read, checkDocument, recognize }: VisitOptions<T>,
  unread: KubectlError[],
  visit: (manifest: T, source: string) => void,
): void {
  for (;;) {
    const next = nextOf(name, documents);
    if (next.done) return;
    const { value, raw } = next.value;
    if (checkDocument) validateDocument(name, () => checkDocument(value));
    collectError(unread, () => {
      const manifest = decodeManifest(name, () => read(value, raw));
      recognize?.(manifest, name);
      const flat = flatten(manifest).map((item) =>
        item === manifest ? item : recognizeItem(item, recognize),
      );
      flat.forEach((item) => {
        if (!(item instanceof KubectlError)) visit(item, name);
      });
      throwIfAny(flat.filter((item) => item instanceof KubectlError));
    });
  }
}

/** An item of a list, or what is said of it. */
function recognizeItem<T extends Manifest>(
  item: T | KubectlError,
  recognize: VisitOptions<T>['recognize'],
): T | KubectlError {
  const errors: KubectlError[] = [];
  if (!(item instanceof KubectlError)) collectError(errors, () => recognize?.(item));
  return errors[0] ?? item;
}

interface OpenSource {
  readonly name: string;
  readonly documents: Generator<ReadDocument>;
}

function documentsOf({ name, bytes }: ManifestSource, minor: number): OpenSource {
  try {
    return { name, documents: readDocuments(textOf(bytes()), minor) };
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    throw new KubectlError(
      `error parsing ${name}: error converting YAML to JSON: yaml: control characters are not allowed`,
    );
  }
}

function nextOf(name: string, documents: Generator<ReadDocument>): IteratorResult<ReadDocument> {
  return withErrorText(
    (message) => `error parsing ${name}: ${message}`,
    () => documents.next(),
  );
}

const decodeManifest = <T>(name: string, read: () => T): T =>
  withErrorText((message) => `unable to decode ${quote(name)}: ${message}`, read);

const validateDocument = (name: string, check: () => void): void =>
  withErrorText(
    (message) =>
      `error validating ${quote(name)}: error validating data: ${message}; if you choose to ignore these errors, turn validation off with --validate=false`,
    check,
  );

function withErrorText<T>(words: (message: string) => string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof KubectlError)) throw error;
    throw new KubectlError(words(error.message));
  }
}

/**
 * A manifest, or what it holds where it is a list, in the order of FlattenListVisitor: lists within a list
 * come last.
 */
function flatten<T extends Manifest>(manifest: T): (T | KubectlError)[] {
  const [flat, queue]: [(T | KubectlError)[], (T | KubectlError)[]] = [[], [manifest]];
  for (const next of queue) {
    const items = next instanceof KubectlError ? undefined : next.items();
    if (items) queue.push(...items);
    else flat.push(next);
  }
  return flat;
}

import { quote } from '../../validate/go-text';
import { textOf, UnreadableText } from '../../manifest/text';
import { gather, KubectlError, KubectlErrors, throwAll } from '../errors';
import { type ReadDocument, readDocuments } from './documents';
import type { Manifest, ReadManifest } from './manifest';
import type { ManifestSource } from './paths';

/** How manifests are visited. */
export interface Visiting<T extends Manifest> {
  readonly read: ReadManifest<T>;
  /** Minor of kubectl to follow. */
  readonly minor: number;
  /** What is done to each before it is visited. */
  readonly prepare?: (manifest: T) => void;
}

/**
 * Reads all manifests and visits one after the other. What goes wrong with one does not keep the others from being visited (Builder.Do,
 * ContinueOnError and Flatten, cli-runtime 1.36).
 *
 * @throws KubectlError of all that went wrong: first what visiting has thrown, then what could not be read
 */
export function visitManifests<T extends Manifest>(
  sources: readonly ManifestSource[], { read, minor, prepare }: Visiting<T>, visit: (manifest: T) => void,
): void {
  const [errors, unread]: [KubectlError[], KubectlError[]] = [[], []];
  const each = (manifest: T) => gather(errors, () => {
    prepare?.(manifest);
    visit(manifest);
  });
  for (const source of sources) gather(unread, () => visitSource(documentsOf(source, minor), read, unread, each));
  if (unread.length) errors.push(new KubectlErrors(unread));
  if (errors.length === 1) throw errors[0];
  throwAll(errors);
}

function visitSource<T extends Manifest>({ name, documents }: OpenSource, read: ReadManifest<T>, unread: KubectlError[], visit: (manifest: T) => void): void {
  for (;;) {
    const next = nextOf(name, documents);
    if (next.done) return;
    const { value, raw } = next.value;
    gather(unread, () => {
      const flat = flatten(decoded(name, () => read(value, raw)));
      flat.forEach((item) => { if (!(item instanceof KubectlError)) visit(item); });
      throwAll(flat.filter((item) => item instanceof KubectlError));
    });
  }
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
    throw new KubectlError(`error parsing ${name}: error converting YAML to JSON: yaml: control characters are not allowed`);
  }
}

function nextOf(name: string, documents: Generator<ReadDocument>): IteratorResult<ReadDocument> {
  return wrapped((message) => `error parsing ${name}: ${message}`, () => documents.next());
}

const decoded = <T>(name: string, read: () => T): T => wrapped((message) => `unable to decode ${quote(name)}: ${message}`, read);

function wrapped<T>(words: (message: string) => string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof KubectlError)) throw error;
    throw new KubectlError(words(error.message));
  }
}

/** A manifest, or what it holds where it is a list, in the order of FlattenListVisitor: lists within a list come last. */
function flatten<T extends Manifest>(manifest: T): (T | KubectlError)[] {
  const [flat, queue]: [(T | KubectlError)[], (T | KubectlError)[]] = [[], [manifest]];
  for (const next of queue) {
    const items = next instanceof KubectlError ? undefined : next.items();
    if (items) queue.push(...items);
    else flat.push(next);
  }
  return flat;
}

import { listItems } from '../manifest/list';
import type { Source } from '../manifest/source';
import type { YamlDocument } from '../manifest/yaml-document';
import type { PathSegment } from '../validate/path';
import { frameAt } from './frame';

export interface Manifest {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: {
    readonly name?: unknown;
    readonly generateName?: unknown;
    readonly namespace?: unknown;
  } | null;
}

/** A text that a manifest stands in. */
export interface ManifestText {
  readonly source: Source;
  readonly document: YamlDocument;
  /** The way to the manifest in its document: an item of a list. */
  readonly at: readonly PathSegment[];
}

/** One manifest of what was received. */
export class ManifestEntry {
  private known: ManifestText | undefined;

  /** @param written the text that it was read from, or is now written to */
  constructor(
    readonly manifest: Manifest,
    private readonly written: () => ManifestText,
    readonly construct?: string,
  ) {}

  /** The items of a list, or this manifest alone. */
  items(): readonly ManifestEntry[] {
    const items = listItems(this.manifest);
    if (!items) return [this];
    return items.map(
      (item, index) =>
        new ManifestEntry(item as Manifest, () => ({ ...this.text, at: ['items', index] }), this.construct),
    );
  }

  /** Where the manifest stands. */
  get text(): ManifestText {
    return (this.known ??= this.written());
  }

  get kind(): string {
    return String(this.manifest.kind);
  }

  /** The name, or the prefix of a generated one with `*`. */
  get name(): string {
    const { name, generateName } = this.manifest.metadata ?? {};
    return String(name ?? (generateName === undefined ? '' : `${String(generateName)}*`));
  }

  /** Kind, namespace and name. */
  get title(): string {
    const namespace = this.manifest.metadata?.namespace;
    return `${this.kind} ${namespace === undefined ? '' : `${String(namespace)}/`}${this.name || 'without a name'}`;
  }

  /** The title, and the construct that the manifest comes from. */
  get origin(): string {
    return this.construct === undefined ? this.title : `${this.title} (construct ${this.construct})`;
  }

  /** The lines around a field, or around the nearest one that is there. */
  frame(path: readonly PathSegment[]): string {
    const { source, document, at } = this.text;
    return frameAt(source, source.lines.at(document.locate([...at, ...path]).key));
  }
}

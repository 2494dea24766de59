/** Files in the order in which they were added, found by the directories above and below them. */
export class PathTree<T> {
  private readonly root = new Directory<T>();
  private size = 0;

  /**
   * Adds a file, and returns those already there that are the same, above or below it, at most `limit` from
   * below, in the order they were added.
   */
  add(path: string, value: T, limit: number): T[] {
    const overlaps: Entry<T>[] = [];
    let directory = this.root;
    for (const name of path.split('/')) {
      overlaps.push(...directory.files);
      directory = directory.enter(name);
    }
    directory.collect(overlaps, limit);
    directory.files.push({ order: this.size++, value });
    return overlaps.sort((a, b) => a.order - b.order).map((entry) => entry.value);
  }
}

interface Entry<T> {
  readonly order: number;
  readonly value: T;
}

class Directory<T> {
  readonly files: Entry<T>[] = [];
  private readonly children = new Map<string, Directory<T>>();

  enter(name: string): Directory<T> {
    let child = this.children.get(name);
    if (!child) this.children.set(name, (child = new Directory()));
    return child;
  }

  /** Everything here and below, without recursion: a path may be as deep as a manifest is long. */
  collect(into: Entry<T>[], limit: number): void {
    const open: Directory<T>[] = [this];
    for (let next = open.pop(); next && into.length < limit; next = open.pop()) {
      into.push(...next.files);
      open.push(...next.children.values());
    }
  }
}

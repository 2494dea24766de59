import type { World } from '../world';

/** Milliseconds before the first line of progress, and from one to the next. */
const PAUSE = 200;

const CLEAR = '\r\x1b[K';

/** A line on a terminal that tells how far long work has come. */
export class Progress {
  private last: number;
  private shown = false;
  private readonly wanted: boolean;

  constructor(
    private readonly world: World,
    quiet: boolean,
  ) {
    this.wanted = !quiet && world.isTerminal('err');
    this.last = world.now();
  }

  at(manifests: number, file: number, files: number): void {
    if (!this.wanted || this.world.now() - this.last < PAUSE) return;
    this.last = this.world.now();
    this.shown = true;
    this.world.progress(`${CLEAR}${manifests} manifests, file ${file} of ${files} …`);
  }

  clear(): void {
    if (this.shown) this.world.progress(CLEAR);
    this.shown = false;
  }
}

/** Processes that have been started in the background, and what runs forever in them. */
export class Background {
  /** The first part that runs forever. */
  part: string | undefined;
  private processes = 0;
  private endless = 0;

  /** @param part what runs forever in the process */
  push(part: string | undefined): void {
    this.processes++;
    if (!part) return;
    this.endless++;
    this.part ??= part;
  }

  /** Takes none of those there are for endless any longer. */
  kill(): void {
    this.endless = 0;
    this.part = undefined;
  }

  get areAllEndless(): boolean {
    return this.processes > 0 && this.endless === this.processes;
  }
}

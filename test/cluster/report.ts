/** Says how one check went; the figure is what was measured. */
export type Check = (name: string, passed: boolean, figure: string) => void;

/** Prints a line a check, and counts. */
export class Report {
  private readonly start = Date.now();
  private passed = 0;
  private failed = 0;

  get clean(): boolean {
    return this.failed === 0;
  }

  checkOf(scenario: string): Check {
    return (name, passed, figure) => {
      if (passed) this.passed++;
      else this.failed++;
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${scenario}: ${name}: ${figure}`);
    };
  }

  summary(): string {
    return `${this.passed} checks passed, ${this.failed} failed, ${Math.round((Date.now() - this.start) / 1000)} s`;
  }
}

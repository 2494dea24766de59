import { type CelProgram, evaluationCost } from '../../cel';

/** What the rules of one object may cost together (RuntimeCELCostBudget, pkg/apis/cel of apiserver). */
const MOST_COST = 10_000_000;

/** Thrown for an evaluation that costs more than is left. */
export class OutOfBudget extends Error {}

/** Counts what evaluating the rules of an object costs. */
export class Budget {
  private left = MOST_COST;

  /** Whether no further rules are evaluated. */
  get hasEnded(): boolean {
    return this.left < 0;
  }

  /** Whether nothing is left, although no evaluation was refused. */
  get isSpent(): boolean {
    return this.left <= 0;
  }

  /**
   * @throws OutOfBudget if that costs more than is left
   */
  evaluate(program: CelProgram, variables: { readonly [name: string]: unknown }): unknown {
    try {
      return program.evaluate(variables);
    } finally {
      this.pay(evaluationCost());
    }
  }

  end(): void {
    this.left = -1;
  }

  private pay(cost: number): void {
    if (cost > this.left) throw new OutOfBudget();
    this.left -= cost;
  }
}

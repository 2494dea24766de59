import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MinorPackages } from '../go/encodings';
import { withPackages } from '../go/tables';
import { withDescriptions } from '../openapi/describe';
import type { MinorDocuments } from '../openapi/documents';
import { type Inputs, readInputs, writeInputs } from '../openapi/inputs';
import { withMinor } from '../openapi/merge';
import { reachable, STRUCT_ROOTS } from '../openapi/roots';
import { linesOf, textOf } from '../recorded/cover';
import type { Verdicts } from '../recorded/parity';
import { type GateTable, withGateStates } from './gate-table';
import { type Answers, withVerdicts } from './replay';

/** The input of the generators with one more minor. */
export function withNewMinor(
  known: Inputs,
  documents: MinorDocuments,
  packages: MinorPackages,
): { readonly inputs: Inputs; readonly conflicts: readonly string[] } {
  const { facts, conflicts } = withMinor(known.facts, documents);
  const descriptions = withDescriptions(known.descriptions, documents, reachable(facts, STRUCT_ROOTS));
  return { inputs: { facts, descriptions, go: withPackages(facts, known.go, packages) }, conflicts };
}

/** The files of a checkout that have a part for each minor. */
export class Tables {
  constructor(readonly root: string) {}

  private get inputs(): string {
    return join(this.root, 'tools/openapi');
  }

  read(): Inputs {
    return readInputs(this.inputs);
  }

  write(inputs: Inputs): void {
    writeInputs(this.inputs, inputs);
  }

  /** Enters the states of gates in the table of those that decide what a server takes. */
  enterGates(
    before: ReadonlyMap<string, string>,
    after: ReadonlyMap<string, string>,
    minor: number,
  ): GateTable {
    const file = join(this.root, 'lib/validate/gates/gates.ts');
    const table = withGateStates(readFileSync(file, 'utf8'), before, after, minor);
    writeFileSync(file, table.text);
    return table;
  }

  /** Adds verdicts to the recorded ones in the repository. */
  addVerdicts(minor: string, answers: Answers): void {
    const file = join(this.root, 'test/recorded/parity/verdicts.jsonl');
    const recorded = linesOf<Verdicts>(readFileSync(file, 'utf8'));
    writeFileSync(file, textOf(withVerdicts(recorded, minor, answers)));
  }
}

import { quote } from '../../../go/format';
import { KubectlError } from '../../errors';
import type { JsonObject } from '../../../go/object';
import { goJson, indentedJson } from '../../../go/marshal';
import { goSyntax, goText } from '../../../go/print';
import { Evaluation } from './evaluate';
import type { Node } from './nodes';
import { parseJsonPath } from './parse';

/**
 * A printer by a JSONPath template (printers.JSONPathPrinter, 1.36).
 *
 * @param missingAllowed whether a path may name what is not there
 * @param asJson whether what is found is printed as a JSON list
 * @throws KubectlError if the template is invalid
 */
export function jsonPathForm(
  text: string,
  missingAllowed: boolean,
  asJson: boolean,
): (manifest: JsonObject) => string {
  const nodes = parsed(text);
  return (manifest) => {
    try {
      const found = new Evaluation(missingAllowed).results(nodes, manifest);
      return found
        .map((values) => (asJson ? `${indentedJson(values)}\n` : values.map(textOf).join(' ')))
        .join('');
    } catch (error) {
      throw failure(text, (error as Error).message, manifest);
    }
  };
}

function parsed(text: string): readonly Node[] {
  try {
    return parseJsonPath(text);
  } catch (error) {
    throw new KubectlError(`error parsing jsonpath ${text}, ${(error as Error).message}`);
  }
}

const textOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? goJson(value) : value === null ? 'null' : goText(value);

function failure(text: string, reason: string, manifest: JsonObject): KubectlError {
  const details = `\ttemplate was:\n\t\t${text}\n\tobject given to jsonpath engine was:\n\t\t${goSyntax(manifest)}\n\n`;
  return new KubectlError(
    `error executing jsonpath ${quote(text)}: Error executing template: ${reason}. Printing more information for debugging the template:\n${details}\n`,
  );
}

import { quote } from '../../../go/format';
import { KubectlError, TemplateFailure } from '../../errors';
import type { JsonObject } from '../../../go/object';
import { goText } from '../../../go/print';
import { goJson } from '../../../go/marshal';
import { Execution, ExecutionError } from './execute';
import { FUNCTION_NAMES } from './functions';
import { type Parsed, parseTemplate } from './parse';

/**
 * A printer by a template of Go (printers.GoTemplatePrinter, 1.36).
 *
 * @param missingAllowed whether a template may refer to missing fields
 * @throws KubectlError if the template is invalid
 */
export function goTemplateForm(text: string, missingAllowed: boolean): (manifest: JsonObject) => string {
  const parsed = parsedTemplate(text);
  return (manifest) => {
    const execution = new Execution(text, parsed, missingAllowed);
    try {
      execution.run(manifest);
      return execution.printed;
    } catch (error) {
      if (!(error instanceof ExecutionError)) throw error;
      throw new TemplateFailure(
        `error executing template ${quote(text)}: ${error.message}`,
        execution.printed + details(text, error.message, manifest),
      );
    }
  };
}

function parsedTemplate(text: string): Parsed {
  try {
    return parseTemplate(text, FUNCTION_NAMES);
  } catch (error) {
    throw new KubectlError(`error parsing template ${text}, ${(error as Error).message}`);
  }
}

const details = (text: string, problem: string, manifest: JsonObject) =>
  [
    `Error executing template: ${problem}. Printing more information for debugging the template:\n`,
    `\ttemplate was:\n\t\t${text}\n`,
    `\traw data was:\n\t\t${goJson(manifest)}\n`,
    `\tobject given to template engine was:\n\t\t${goText(manifest)}\n\n`,
  ].join('');

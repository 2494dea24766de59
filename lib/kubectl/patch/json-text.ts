import { jsonProblem } from '../../go/json';
import { YamlDocument } from '../../manifest/yaml-document';
import { quote } from '../../go/format';
import { KubectlError } from '../errors';
import { withSortedKeys } from '../../go/sorted-keys';
import { looksLikeJson } from '../../manifest/json';
import { readJson } from '../manifests/documents';
import { yamlError } from '../manifests/yaml-error';
import { goJson } from '../../go/marshal';

/**
 * The JSON of a patch, which may be written in YAML (yaml.ToJSON, apimachinery 1.36).
 *
 * @param shown what the error calls the patch
 * @throws KubectlError if it is not YAML
 */
export function patchJson(text: string, shown: string): string {
  if (looksLikeJson(text)) return text;
  const part = { text, offset: 0 };
  const document = new YamlDocument(part);
  if (document.value === undefined) {
    throw new KubectlError(`unable to parse ${quote(shown)}: ${yamlError(document.problems[0])}`);
  }
  return goJson(withSortedKeys(document.value));
}

/** The value of a JSON text, or the error that it is none. */
export function jsonOf(text: string, problem: (why: string) => KubectlError): unknown {
  const why = jsonProblem(text);
  if (why !== undefined) throw problem(why);
  return withSortedKeys(readJson(text));
}

import { goJson } from '../../../go/marshal';
import { existsIn } from '../../../validate/schema/schema';
import { MINORS } from '../../../validate/schema/minors';
import { type ApiDocuments, apiVersionOf, type ApiResource, itemsOf } from './api-documents';
import { builtIn } from './built-in';
import { defaultOf } from './default-value';
import { fieldAt, type FoundField } from './field';
import { rulesOf } from './field-rules';
import { indented, wordWrapped } from './word-wrap';

/** What kubectl does not say of a kind or field: its versions, its default, its values and its rules. */
export function notesOn(
  resource: ApiResource,
  path: readonly string[],
  documents: ApiDocuments,
  minor: number,
): string {
  const field = fieldAt(resource.type, path, documents);
  if (!field) return '';
  return [
    versionsText(resource, path),
    defaultText(field, resource, minor),
    valuesText(field),
    rulesText(rulesOf(field, resource)),
  ].join('');
}

/** Custom resources are not of a version of Kubernetes. */
function versionsText(resource: ApiResource, path: readonly string[]): string {
  const having = MINORS.filter((minor) => {
    const documents = builtIn(minor);
    const same = documents.resources.find(
      (each) => apiVersionOf(each) === apiVersionOf(resource) && each.plural === resource.plural,
    );
    return same && fieldAt(same.type, path, documents);
  });
  if (!having.length) return '';
  const [first, last] = [having[0], having.at(-1)!];
  const text =
    having.length === MINORS.length
      ? `since Kubernetes 1.${first} or earlier`
      : existsIn([first, last]).replace('is available ', '');
  return `AVAILABLE:  ${text}\n`;
}

function defaultText(field: FoundField, resource: ApiResource, minor: number): string {
  const { value, depends } = defaultOf(field, resource, minor);
  if (depends) return 'DEFAULT:    depends on other fields\n';
  return value === undefined ? '' : `DEFAULT:    ${typeof value === 'string' ? value : goJson(value)}\n`;
}

function valuesText({ schema }: FoundField): string {
  const values = schema.enum ?? itemsOf(schema)?.enum;
  if (!values?.length) return '';
  const text = values.map((value) => (value === '' ? '""' : String(value))).join(', ');
  return `VALUES:     ${indented(wordWrapped(text, 68), 12).trimStart()}\n`;
}

function rulesText(ids: readonly string[]): string {
  if (!ids.length) return '';
  const { ruleNamed } =
    require('../../../validate/catalogue') as typeof import('../../../validate/catalogue');
  const rules = ids.map((id) => {
    const { level, mistake } = ruleNamed(id)!;
    return `  ${id} (${level})\n${indented(wordWrapped(mistake, 76), 4)}\n`;
  });
  return `RULES: (pod-patterns explain-rule RULE)\n${rules.join('')}`;
}

import { closest } from '../../../validate/closest';
import type { ApiDocuments } from './api-documents';
import { fieldAt, fieldNames } from './field';
import { apiVersionOf } from './api-documents';
import type { Request } from './request';

/** A line after the error of an unknown resource: the likely one, or the command that explains a rule. */
export function resourceHint(name: string, { resources }: ApiDocuments): string {
  const { ruleNamed } =
    require('../../../validate/catalogue') as typeof import('../../../validate/catalogue');
  if (ruleNamed(name)) return `To explain the rule: pod-patterns explain-rule ${name}\n`;
  const near = closest(
    name.toLowerCase(),
    resources.flatMap(({ plural, singular }) => [plural, singular]),
  );
  return near ? `Did you mean ${near}?\n` : DEFINE;
}

const DEFINE = 'If it is a custom resource, specify its CustomResourceDefinition with --crd.\n';

/** A line after the error of an unknown field: the likely one with its whole path. */
export function fieldHint({ resource, path }: Request, documents: ApiDocuments): string {
  const found = documents.resources.find(
    (each) => apiVersionOf(each) === apiVersionOf(resource) && each.plural === resource.resource,
  );
  if (!found) return '';
  const missing = path.findIndex((_, index) => !fieldAt(found.type, path.slice(0, index + 1), documents));
  if (missing < 0) return '';
  const parent = fieldAt(found.type, path.slice(0, missing), documents)!;
  const near = closest(path[missing], fieldNames(parent, documents));
  return near ? `Did you mean ${[found.plural, ...path.slice(0, missing), near].join('.')}?\n` : '';
}

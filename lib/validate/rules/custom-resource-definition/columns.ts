import { among } from '../../among';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { CustomResourceColumnDefinition } from '../../schema/types';
import { judgeSimplePath } from './simple-path';

const TYPES = ['boolean', 'date', 'integer', 'number', 'string'];
const FORMATS = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];

/** ValidateCustomResourceColumnDefinition, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export const COLUMN = defineRule<Rule<CustomResourceColumnDefinition>>({
  id: 'crd-printer-column',
  stage: 'judge',
  mistake: 'a column of `kubectl get` without a name, type or path, or with one that a server does not take',
  suggestion: 'set `name`, `type` and a `jsonPath` that begins with a dot',
  judge({ name, type = '', format = '', jsonPath = '' }, at) {
    if (!name) at.field('name').required();
    const detail = `must be one of ${TYPES.join(',')}`;
    if (!type) at.field('type').required(detail);
    else if (!TYPES.includes(type)) at.field('type').invalid(type, detail, among(type, TYPES));
    if (format && !FORMATS.includes(format)) {
      at.field('format').invalid(format, `must be one of ${FORMATS.join(',')}`, among(format, FORMATS));
    }
    judgePath(jsonPath, at.field('JSONPath').shownAt(at.field('jsonPath')));
  },
});

function judgePath(path: string, at: Field): void {
  if (!path) at.required('', { suggestion: 'set jsonPath, such as .status.phase' });
  else judgeSimplePath(path, at);
}

import { quote } from '../../go/format';
import { KubectlError, KubectlErrors } from '../errors';
import { parseRequirements } from '../../apimachinery/selector';
import { matches } from '../../apimachinery/selector-matches';
import type { JsonObject } from '../../go/object';
import { isMap } from '../../go/sorted-keys';
import { covers, kindOf } from '../../validate/schema/schema';
import { readUnstructured, type UnstructuredManifest } from '../manifests/unstructured';
import { GivenManifests, type ManifestInvocation } from './given-manifests';
import { openapiProblems } from './openapi-problems';
import { isServed } from './served';
import type { ValidationDirective } from './directive';

/** A command line that names files, and which of their objects are meant. */
export type FilesInvocation = ManifestInvocation & { readonly values: { readonly selector: string } };

/**
 * Visits the objects of the files as kubectl would send them, with the file that each is of.
 *
 * @throws KubectlError of all that went wrong
 */
export function visitObjects(
  invocation: FilesInvocation,
  directive: ValidationDirective,
  visit: (manifest: UnstructuredManifest, source: string) => void,
): void {
  const {
    minor,
    values: { selector },
  } = invocation;
  const files = new GivenManifests(invocation, false);
  files.sources();
  const requirements = selector ? requirementsOf(selector, minor) : undefined;
  files.visit(readUnstructured(minor), visit, {
    checkDocument: directive === 'ignore' ? undefined : (value) => check(value, directive, invocation),
    isWanted: requirements && (({ labels }) => matches(requirements, labels)),
  });
}

function requirementsOf(selector: string, minor: number): ReturnType<typeof parseRequirements> {
  try {
    return parseRequirements(selector, minor);
  } catch (error) {
    throw new KubectlError(
      `the provided selector ${quote(selector)} is not valid: ${(error as Error).message}`,
    );
  }
}

/** paramVerifyingSchema.ValidateBytes, 1.36: what a server judges itself is not judged before. */
function check(value: unknown, directive: ValidationDirective, { minor, printed }: FilesInvocation): void {
  throwProblems(headProblems(value));
  const { apiVersion, kind } = value as { readonly apiVersion: string; readonly kind: string };
  if (isServed(apiVersion, kind, minor)) return;
  if (directive !== 'warn') return throwProblems(problemsOf(value as JsonObject, minor));
  printed.log(
    'W',
    'schema.go:145',
    'cannot perform warn validation if server-side field validation is unsupported, skipping validation',
  );
}

function throwProblems(problems: readonly string[]): void {
  if (problems.length) throw new KubectlErrors(problems.map((problem) => new KubectlError(problem)));
}

/** SchemaValidation.ValidateBytes, kubectl pkg/validation 1.36: what no server judges is judged here. */
const problemsOf = (value: JsonObject, minor: number): string[] =>
  value.kind === 'List' ? listProblems(value, minor) : resourceProblems(value, minor);

/** SchemaValidation.validateList, kubectl pkg/validation 1.36. */
const listProblems = ({ items }: JsonObject, minor: number): string[] =>
  Array.isArray(items) ? items.flatMap((item) => itemProblems(item, minor)) : [INVALID];

function itemProblems(item: unknown, minor: number): string[] {
  const problems = headProblems(item);
  return problems.length ? problems : resourceProblems(item as JsonObject, minor);
}

/** SchemaValidation.validateResource, kubectl pkg/validation 1.36: unknown kinds are skipped. */
function resourceProblems(value: JsonObject, minor: number): string[] {
  const { apiVersion, kind } = value as { readonly apiVersion: string; readonly kind: string };
  const known = kindOf(apiVersion, kind);
  if (known && covers(known.minors, minor)) return openapiProblems(value, kind, known.struct, minor);
  const item = kind.endsWith('List') ? kindOf(apiVersion, kind.slice(0, -'List'.length)) : undefined;
  return item && covers(item.minors, minor) ? openapiProblems(value, kind, `${item.struct}List`, minor) : [];
}

const INVALID = 'invalid object to validate';

/** getObjectKind, kubectl pkg/validation 1.36. */
function headProblems(value: unknown): string[] {
  if (!isMap(value)) return [INVALID];
  const { apiVersion } = value;
  const version =
    typeof apiVersion === 'string' && apiVersion.split('/').length > 2
      ? [`unexpected GroupVersion string: ${apiVersion}`]
      : fieldProblem(value, 'apiVersion');
  return [...version, ...fieldProblem(value, 'kind')];
}

function fieldProblem(value: { readonly [field: string]: unknown }, field: string): string[] {
  const problem =
    value[field] === null || value[field] === undefined
      ? 'not set'
      : typeof value[field] !== 'string'
        ? "isn't string type"
        : '';
  return problem ? [`${field} ${problem}`] : [];
}

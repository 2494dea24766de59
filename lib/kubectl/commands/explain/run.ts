import { quote } from '../../../go/format';
import { KubectlError } from '../../errors';
import type { Invocation } from '../../invocation/invocation';
import { checkKubeconfig } from '../../invocation/kubeconfig';
import { type ApiDocuments, apiVersionOf, type ApiResource, type GroupVersion } from './api-documents';
import { builtIn } from './built-in';
import { withCustomKinds } from './custom-kinds';
import type { EXPLAIN_FLAGS } from './flags';
import { notesOn } from './notes';
import { fieldHint, resourceHint } from './hint';
import { kindFor, resourceText } from './mapper';
import { Plaintext } from './plaintext';
import { type Request, requestInVersion, requestOf } from './request';
import { printV1 } from './v1-plaintext';
import { v1SchemaOf } from './v1-schema';

type Explain = Invocation<typeof EXPLAIN_FLAGS>;

/** kubectl explain, 1.36. */
export function explain(invocation: Explain): void {
  const { values, minor } = invocation;
  const argument = argumentOf(invocation);
  checkKubeconfig(invocation);
  const documents = values.crd.length
    ? withCustomKinds(builtIn(minor), values.crd, invocation)
    : builtIn(minor);
  const hinted = <T>(hint: () => string, step: () => T) =>
    values['only-kubectl'] ? step() : withHint(hint, step);
  const request = hinted(
    () => resourceHint(argument.split('.')[0], documents),
    () => requestFor(argument, documents, invocation),
  );
  hinted(
    () => fieldHint(request, documents),
    () => explainRequest(request, documents, invocation),
  );
}

/** Adds to an error what was probably meant. */
function withHint<T>(hint: () => string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof KubectlError) error.hint = hint();
    throw error;
  }
}

function explainRequest(request: Request, documents: ApiDocuments, invocation: Explain): void {
  const { output } = invocation.values;
  if (output === 'plaintext-openapiv2') return explainV1(request, documents, invocation);
  checkVersion(request, documents);
  if (output !== 'plaintext') throw new KubectlError(`unrecognized format: ${output}`);
  explainPlain(request, documents, invocation);
}

/** ExplainOptions.Validate, 1.37. */
function argumentOf({ args, values }: Explain): string {
  if (!args.length) {
    throw new KubectlError(
      'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.\n',
    );
  }
  if (args.length > 1) throw new KubectlError('We accept only this format: explain RESOURCE\n');
  if (values['max-depth'] > 0 && !values.recursive) {
    throw new KubectlError('--max-depth requires --recursive');
  }
  if (values['max-depth'] < 0) throw new KubectlError('--max-depth must be non-negative');
  return args[0];
}

function requestFor(argument: string, documents: ApiDocuments, { values, printed }: Explain): Request {
  const apiVersion = values['api-version'];
  const warn = (text: string) => {
    printed.stderr += `Warning: ${text}\n`;
  };
  if (!apiVersion) return requestOf(argument, documents, warn);
  const request = requestInVersion(argument, documents, warn);
  if (values.output === 'plaintext-openapiv2') return request;
  return { ...request, resource: { ...request.resource, ...groupVersion(apiVersion) } };
}

/** schema.ParseGroupVersion, 1.36. */
function groupVersion(text: string): GroupVersion {
  const parts = text.split('/');
  if (!text || text === '/') return { group: '', version: '' };
  if (parts.length > 2) throw new KubectlError(`unexpected GroupVersion string: ${text}`);
  return parts.length === 2 ? { group: parts[0], version: parts[1] } : { group: '', version: text };
}

/** Refuses an API version that the server does not have (PrintModelDescription, kubectl 1.36). */
function checkVersion({ resource }: Request, { resources }: ApiDocuments): void {
  if (!resources.some((each) => apiVersionOf(each) === apiVersionOf(resource))) {
    throw new KubectlError(`couldn't find resource for "${resourceText(resource)}"`);
  }
}

function explainPlain(request: Request, documents: ApiDocuments, { values, printed, minor }: Explain): void {
  const { resource, path } = request;
  const found = documents.resources.find(
    (each) => apiVersionOf(each) === apiVersionOf(resource) && each.plural === resource.resource,
  );
  if (!found) throw new KubectlError(`GVR (${resourceText(resource)}) not found in OpenAPI schema`);
  printed.stdout += headOf(found);
  const options = { recursive: values.recursive, maxDepth: values['max-depth'], minor };
  const text = new Plaintext(documents, options).output(documents.schema(found.type)!, path);
  if (!text) throw new KubectlError(`field ${quote(path.at(-1)!)} does not exist`);
  printed.stdout += `${text}\n`;
  if (!values['only-kubectl']) printed.stdout += notesOn(found, path, documents, minor);
}

function headOf({ group, kind, version }: ApiResource): string {
  const groupLine = group ? `GROUP:      ${group}\n` : '';
  return `${groupLine}KIND:       ${kind}\nVERSION:    ${version}\n\n`;
}

function explainV1(
  { resource, path }: Request,
  documents: ApiDocuments,
  { values, printed, minor }: Explain,
): void {
  const kind = kindFor(resource, documents);
  const { group, version } = values['api-version'] ? groupVersion(values['api-version']) : resource;
  const known = documents.resources.find(
    (each) =>
      each.group === group && each.version === version && [each.kind, `${each.kind}List`].includes(kind),
  );
  const schema = known && documents.schema(known.kind === kind ? known.type : `${known.type}List`);
  if (!schema) {
    throw new KubectlError(`couldn't find resource for ${quote(`${group}/${version}, Kind=${kind}`)}`);
  }
  const options = {
    documents,
    kind,
    apiVersion: apiVersionOf({ group, version }),
    path,
    recursive: values.recursive,
    maxDepth: values['max-depth'],
  };
  printV1(v1SchemaOf(schema, documents), options, (text) => {
    printed.stdout += text;
  });
  if (values['only-kubectl'] || known.kind !== kind) return;
  printed.stdout += `\n${notesOn(known, path, documents, minor)}`;
}

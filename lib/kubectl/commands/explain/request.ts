import { KubectlError } from '../../errors';
import { parseJsonPath } from '../../print/jsonpath/parse';
import type { Node } from '../../print/jsonpath/nodes';
import type { ApiDocuments } from './api-documents';
import { groupResource, type MappedResource, resourcesFor } from './mapper';

/** What a command line asks for. */
export interface Request {
  readonly resource: MappedResource;
  readonly path: readonly string[];
}

/**
 * Reads `pods.spec.containers`; the group of a resource may follow its plural: `deployments.apps.spec`
 * (SplitAndParseResourceRequestWithMatchingPrefix, kubectl 1.36).
 *
 * @throws KubectlError
 */
export function requestOf(text: string, documents: ApiDocuments, warn: (text: string) => void): Request {
  const [first, ...rest] = nodesOf(text);
  const resources = resourcesFor(resourceIn(first), documents, warn);
  const named = resources.find((each) => text.startsWith(groupResource(each)));
  if (!named) return { resource: resources[0], path: fieldsIn(rest) };
  const suffix = text.slice(groupResource(named).length);
  return { resource: named, path: suffix ? fieldsIn(nodesOf(suffix).slice(1)) : [] };
}

/**
 * Reads the same where an API version is given, which decides the group (SplitAndParseResourceRequest,
 * kubectl 1.36).
 *
 * @throws KubectlError
 */
export function requestInVersion(
  text: string,
  documents: ApiDocuments,
  warn: (text: string) => void,
): Request {
  const [first, ...rest] = nodesOf(text);
  const [resource] = resourcesFor(resourceIn(first), documents, warn);
  return { resource, path: fieldsIn(rest, 'all nodes must be field nodes') };
}

/** jsonPathParse, kubectl 1.36. */
function nodesOf(text: string): readonly Node[] {
  const lists = parsed(`{.${text.replace(/\.$/, '')}}`);
  if (lists.length !== 1) throw new KubectlError('must pass in 1 jsonpath string');
  const [list] = lists;
  return list.type === 'list' ? list.nodes : [];
}

function parsed(path: string): readonly Node[] {
  try {
    return parseJsonPath(path);
  } catch (error) {
    throw new KubectlError((error as Error).message);
  }
}

const FIRST = 'first node must be field node';

const resourceIn = (node: Node) => fieldsIn([node])[0];

function fieldsIn(nodes: readonly Node[], problem = FIRST): string[] {
  return nodes.map((node) => {
    if (node?.type !== 'field') throw new KubectlError(`invalid jsonpath syntax, ${problem}`);
    return node.name;
  });
}

import type { ContentNode, ContractDocument, OperationNode, OrReference, PathNode } from '../../contract/document';
import { METHODS } from '../../contract/operation';
import { References } from '../../contract/references';

/** Where FastAPI serves the description: for the application and, by deployments, below each prefix. */
export const DESCRIPTION_PATHS = ['/openapi.json', '/api/v1/openapi.json', '/api/openapi.json'] as const;

/**
 * The contract as FastAPI writes an OpenAPI document, for CLIs that draw their commands from it: below a path nothing but methods, GET first;
 * the parameters with each operation; references to schemas only; nothing of our own (`x-…`). A short path comes before the longer ones,
 * because of two operations with one derived name the first wins (`migrate` before `migrate/estimate`). No servers: a client that took
 * its address from there would leave the address by which it came.
 */
export function describeApi(document: ContractDocument): object {
  const { openapi, info, components } = document;
  const refs = new References(document);
  const paths = Object.entries(document.paths).sort(([one], [other]) => depth(one) - depth(other));
  const { schemas = {}, securitySchemes = {} } = components;
  return withoutExtensions({
    openapi,
    info: { title: info.title, version: info.version },
    paths: Object.fromEntries(paths.map(([path, item]) => [path, pathItem(item, refs)])),
    components: { schemas, securitySchemes },
  });
}

const depth = (path: string): number => path.split('/').length;

function pathItem(item: PathNode, refs: References): object {
  const operations = METHODS.flatMap((method) => {
    const node = item[method];
    return node ? [[method, operation(node, item.parameters ?? [], refs)] as const] : [];
  });
  return Object.fromEntries(operations);
}

function operation(node: OperationNode, shared: NonNullable<PathNode['parameters']>, refs: References): object {
  const { operationId, tags, summary, requestBody, responses, security = [{ bearerAuth: [] }] } = node;
  const parameters = [...shared, ...(node.parameters ?? [])].map((each) => refs.follow(each));
  return {
    tags,
    summary,
    operationId,
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody: message(requestBody, refs) }),
    responses: Object.fromEntries(Object.entries(responses).map(([status, reply]) => [status, message(reply, refs)])),
    ...(security.length > 0 && { security }),
  };
}

/** A body with its schema; FastAPI writes no examples. */
function message(node: OrReference<ContentNode>, refs: References): object {
  const { content, ...about } = refs.follow(node);
  return { ...about, content: { 'application/json': { schema: content['application/json'].schema } } };
}

function withoutExtensions<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(withoutExtensions) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => !key.startsWith('x-'));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutExtensions(value)])) as Node;
}

import { type ApiObject, App, resolve } from 'cdk8s';
import type { RenderOptions } from '../k8s/render';
import { lineOf } from '../source-line/source-line';
import { userConstruct } from './user-construct';
import { plainValueOf } from './plain-value';

/** Resolvers that every app has; any further one wants to see every value. */
const BUILT_IN_RESOLVERS = 3;

type Map = { readonly [field: string]: unknown };

/** Whether an object's app has resolvers beyond cdk8s' own. */
export const hasOwnResolvers = (object: ApiObject) => App.of(object).resolvers.length > BUILT_IN_RESOLVERS;

/** What an object is made of, after the resolvers that an app has beyond cdk8s' own. */
export const resolvedByApp = (value: Map, object: ApiObject) =>
  hasOwnResolvers(object) ? (resolve([], value, object) as Map) : value;

/** Rendering as cdk8s does it: keys sorted, Lazy values and tokens resolved. cdk8s' own drops nulls, too. */
export function renderOptions(object: ApiObject): RenderOptions {
  return {
    sorted: !process.env.CDK8S_DISABLE_SORT,
    resolve: (value, path) => plainValueOf(value, path) ?? resolved(value, path, object),
    about: () => locationText(object),
  };
}

/** The value of a Lazy, a token, or one of the number-or-string classes that `cdk8s import` makes. */
function resolved(value: object, path: readonly string[], object: ApiObject): unknown {
  const result: unknown = resolve([...path], value, object);
  return result !== value && isIntOrStringClass(value)
    ? (result as { readonly value: unknown }).value
    : result;
}

/** The construct that a user made, and where. */
function locationText(object: ApiObject): string {
  const construct = userConstruct(object);
  const line = lineOf(construct);
  return `${construct.node.path}${line ? ` (${line.file}:${line.line}:${line.column})` : ''}: `;
}

const isIntOrStringClass = (value: object) =>
  ['number', 'string'].includes(typeof (value as { readonly value?: unknown }).value);

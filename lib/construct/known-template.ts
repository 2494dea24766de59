import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { PodTemplate } from '../pod/pod-template';

/** Templates of objects of other libraries. */
const adoptedTemplates = new WeakMap<ApiObject, PodTemplate>();

/** Keeps the template that was made of an object of another library. */
export const rememberTemplate = (object: ApiObject, template: PodTemplate) =>
  void adoptedTemplates.set(object, template);

/** The template of a construct of ours, or of the construct whose object this is. */
export function ownTemplate(construct: IConstruct): PodTemplate | undefined {
  const { scope } = construct.node;
  const held = [construct, ...(scope && scope.node.defaultChild === construct ? [scope] : [])].map(
    (holder) => (holder as { readonly template?: unknown }).template,
  );
  return held.find((template) => template instanceof PodTemplate);
}

/** The template of an object of ours, or the one that was made of an object of another library. */
export const knownTemplate = (object: ApiObject) => ownTemplate(object) ?? adoptedTemplates.get(object);

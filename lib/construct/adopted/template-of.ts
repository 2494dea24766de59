import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { PodTemplate } from '../../pod/pod-template';
import { ownTemplate } from '../known-template';
import { Adoption } from './adoption';

/** @throws Error if there is no Pod in the construct, or more than one */
export function templateOf(construct: IConstruct): PodTemplate {
  const template =
    ownTemplate(construct) ?? (ApiObject.isApiObject(construct) ? onlyTemplate(construct) : undefined);
  if (template) return template;
  const objects = objectsBelow(construct);
  const holders = objects.filter((object) => templatesIn(object).length);
  if (holders.length > 1) {
    throw new Error(
      `PodTemplate.of: ${nameOf(construct)} contains ${holders.length} Pods: pass one of ${listOf(holders)}`,
    );
  }
  const only = holders.length ? onlyTemplate(holders[0]) : undefined;
  if (!only) {
    throw new Error(
      `PodTemplate.of: ${nameOf(construct)} contains no Pod${contentText(construct, objects)}: pass a workload, or an object with spec.template.spec.containers`,
    );
  }
  return only;
}

function onlyTemplate(object: ApiObject): PodTemplate | undefined {
  const templates = templatesIn(object);
  if (templates.length > 1) {
    const advice = object.kind.endsWith('List')
      ? 'write the items of the list as documents of their own, so that each has a construct'
      : 'use PodDefaults.of, which changes all of them';
    throw new Error(`PodTemplate.of: ${nameOf(object)} contains ${templates.length} Pods: ${advice}`);
  }
  return templates[0];
}

function templatesIn(object: ApiObject): readonly PodTemplate[] {
  const own = ownTemplate(object);
  return own ? [own] : Adoption.allOf(object).map(({ template }) => template);
}

function objectsBelow(construct: IConstruct): ApiObject[] {
  return construct.node
    .findAll()
    .filter((child): child is ApiObject => ApiObject.isApiObject(child) && child !== construct);
}

const contentText = (construct: IConstruct, objects: readonly ApiObject[]) => {
  if (ApiObject.isApiObject(construct)) return '';
  return objects.length ? `, only ${listOf(objects)}` : ' and no objects';
};

const listOf = (objects: readonly ApiObject[]) => objects.map(nameOf).join(', ');

function nameOf(construct: IConstruct): string {
  const path = construct.node.path || 'the app';
  return ApiObject.isApiObject(construct) ? `${path} (${construct.apiVersion} ${construct.kind})` : path;
}

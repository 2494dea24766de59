import type { ApiObject } from 'cdk8s';
import { defaultsModuleFor } from './defaults/scope';
import { ManifestObject } from './manifest-object';

/** The manifest of an object of any library, as it is now. */
export function renderedObject(object: ApiObject): object {
  if (ManifestObject.isManifestObject(object)) return object.render();
  defaultsModuleFor(object)?.adoptForDefaults(object);
  return object.toJson() as object;
}

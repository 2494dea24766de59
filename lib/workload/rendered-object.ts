import type { ApiObject } from 'cdk8s';
import { adoptForDefaults } from './defaults/in-force';
import { ManifestObject } from './manifest-object';

/** The manifest of an object of any library, as it is now. */
export function renderedObject(object: ApiObject): object {
  if (ManifestObject.isManifestObject(object)) return object.render();
  adoptForDefaults(object);
  return object.toJson() as object;
}

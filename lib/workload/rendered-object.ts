import type { ApiObject } from 'cdk8s';
import { ManifestObject } from './manifest-object';

/** The manifest of an object of any library, as it is now. */
export const renderedObject = (object: ApiObject): object => (ManifestObject.isManifestObject(object) ? object.render() : object.toJson() as object);

import { givenByOptions, type Options } from '../../given-options';
import { type Made, manifestOf } from '../../made';
import { checkRead } from '../../manifests/check-read';
import { readTyped } from '../../manifests/typed';
import { readUnstructured } from '../../manifests/unstructured';
import { checkExposable, type Exposed } from './exposed';
import { EXPOSE_FLAGS } from './flags';
import { Exposer } from './service';

/** The Service for an object. */
export const expose = (object: Exposed, options: Options): Made =>
  manifestOf(options, (warn) => {
    const { values, namespace, minor } = givenByOptions(EXPOSE_FLAGS, '', options, warn);
    checkRead(readUnstructured(minor), object);
    checkExposable(object);
    checkRead(readTyped(minor), object);
    return new Exposer(values, namespace, minor).service(object);
  });

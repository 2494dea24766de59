import { CREATE_SECRET_DOCKER_REGISTRY } from '../../../kubectl/generate/create-secret-docker-registry';
import { CREATE_SECRET_GENERIC } from '../../../kubectl/generate/create-secret-generic';
import { CREATE_SECRET_TLS } from '../../../kubectl/generate/create-secret-tls';
import type { Command } from '../command';
import { createObject } from '../create-object';
import { onlySubcommands } from '../only-subcommands';

const FAILURE = 'failed to create secret';

export const CREATE_SECRET_COMMAND: Command = onlySubcommands({
  name: 'secret',
  summary: 'a Secret',
  subcommands: [
    createObject({
      name: 'docker-registry',
      summary: 'a Secret for a registry of images',
      usage: 'NAME --docker-username=USER --docker-password=PASSWORD [options]',
      generator: CREATE_SECRET_DOCKER_REGISTRY,
      failure: FAILURE,
    }),
    createObject({
      name: 'tls',
      summary: 'a Secret with a certificate and its key',
      usage: 'NAME --cert=FILE --key=FILE',
      generator: CREATE_SECRET_TLS,
      failure: FAILURE,
    }),
    createObject({
      name: 'generic',
      summary: 'a Secret of files and literals',
      usage: 'NAME [--type=TYPE] [--from-file=[KEY=]FILE] [--from-literal=KEY=VALUE]',
      generator: CREATE_SECRET_GENERIC,
      failure: FAILURE,
    }),
  ],
});

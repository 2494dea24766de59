import {
  CREATE_SERVICE_CLUSTER_IP,
  CREATE_SERVICE_EXTERNAL_NAME,
  CREATE_SERVICE_LOAD_BALANCER,
  CREATE_SERVICE_NODE_PORT,
} from '../../../kubectl/generate/create-service';
import type { Command } from '../command';
import { createObject } from '../create-object';
import { onlySubcommands } from '../only-subcommands';

const PORTS = 'NAME --tcp=PORT[:TARGET]';

export const CREATE_SERVICE_COMMAND: Command = onlySubcommands({
  name: 'service',
  aliases: ['svc'],
  summary: 'a Service',
  subcommands: [
    createObject({
      name: 'clusterip',
      summary: 'a Service within the cluster',
      usage: PORTS,
      generator: CREATE_SERVICE_CLUSTER_IP,
      failure: 'failed to create ClusterIP service',
    }),
    createObject({
      name: 'nodeport',
      summary: 'a Service on a port of every node',
      usage: PORTS,
      generator: CREATE_SERVICE_NODE_PORT,
      failure: 'failed to create NodePort service',
    }),
    createObject({
      name: 'loadbalancer',
      summary: 'a Service with a load balancer',
      usage: PORTS,
      generator: CREATE_SERVICE_LOAD_BALANCER,
      failure: 'failed to create LoadBalancer service',
    }),
    createObject({
      name: 'externalname',
      summary: 'a Service for a DNS name outside',
      usage: 'NAME --external-name=NAME',
      generator: CREATE_SERVICE_EXTERNAL_NAME,
      failure: 'failed to create ExternalName service',
    }),
  ],
});

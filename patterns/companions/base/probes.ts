import type { Probe } from '../../../lib/k8s';
import { LOCALHOST } from './endpoints';

/** How long a companion may take to start. */
const START = { periodSeconds: 1, failureThreshold: 60 };

/** Startup probe of a port on localhost, for images that have `nc`, such as those with busybox. */
export const localStartup = (port: number): Probe => ({
  exec: { command: ['nc', '-z', LOCALHOST, String(port)] },
  ...START,
});

/** Startup probe of a path on the Pod's IP address. */
export const httpStartup = (path: string, port: number): Probe => ({ httpGet: { path, port }, ...START });

/** Liveness probe of a path on the Pod's IP address, for programs that answer at once. */
export const httpLiveness = (path: string, port: number): Probe => ({
  httpGet: { path, port },
  periodSeconds: 10,
  timeoutSeconds: 5,
});

import type { OldImage } from '../program';

/** Registry of images without one in their names. */
const DOCKER_HUB = ['', 'docker.io', 'index.docker.io', 'registry-1.docker.io'];

/** Images that have moved, are gone, or are at the end of their life, with the sources. */
export const OLD_IMAGES: readonly OldImage[] = [
  {
    // https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/migration-guide.md
    path: 'cloudsql-docker/gce-proxy',
    problem: 'is version 1 of the Cloud SQL Auth Proxy, which version 2 has replaced',
    instead: 'use "gcr.io/cloud-sql-connectors/cloud-sql-proxy" of version 2, whose flags differ',
  },
  {
    // https://github.com/kubernetes-sigs/kubebuilder/discussions/3907
    path: 'kubebuilder/kube-rbac-proxy',
    registries: ['gcr.io'],
    problem: 'cannot be pulled: the registry has been shut down in 2025',
    instead: 'use "quay.io/brancz/kube-rbac-proxy*"',
  },
  {
    // https://github.com/oauth2-proxy/oauth2-proxy/blob/master/README.md
    path: 'pusher/oauth2_proxy',
    problem: 'has had no version since the project was renamed in 2020',
    instead: 'use "quay.io/oauth2-proxy/oauth2-proxy"',
  },
  {
    // https://github.com/jimmidyson/configmap-reload/blob/master/README.md
    path: 'jimmidyson/configmap-reload',
    registries: DOCKER_HUB,
    problem: 'is not updated there: since version 0.10, it is published on ghcr.io',
    instead: 'use a version from "ghcr.io/jimmidyson/configmap-reload"',
  },
  {
    // https://github.com/prometheus-community/postgres_exporter/issues/628
    path: 'wrouesnel/postgres_exporter',
    problem: 'has had no version since the project moved in 2021',
    instead: 'use "quay.io/prometheuscommunity/postgres-exporter"',
  },
  {
    // https://grafana.com/docs/loki/latest/send-data/promtail/
    path: 'grafana/promtail',
    problem: 'has been at its end of life since March 2, 2026',
    instead: 'use Grafana Alloy, or another client for Loki',
  },
  {
    // https://grafana.com/docs/loki/latest/setup/migrate/migrate-to-alloy/
    path: 'grafana/agent',
    problem: 'has been at its end of life since November 1, 2025',
    instead: 'use Grafana Alloy',
  },
  {
    // https://github.com/jaegertracing/jaeger/issues/6321
    path: 'jaegertracing/jaeger-agent',
    problem: 'is part of Jaeger 1, which has been at its end of life since December 31, 2025',
    instead: 'send traces to Jaeger 2 or to an OpenTelemetry Collector',
  },
  {
    // https://github.com/envoyproxy/envoy/issues/19781
    path: 'envoyproxy/envoy-alpine',
    problem: 'has had no version since Envoy 1.21',
    instead: 'use "envoyproxy/envoy", with a distroless tag for a small image',
  },
  {
    // https://github.com/bitnami/containers/issues/83267
    path: 'bitnami/',
    registries: DOCKER_HUB,
    versionsOnly: true,
    problem: 'is not in this repository any more: images with versions moved to bitnamilegacy in 2025',
    instead: 'use another image; "docker.io/bitnamilegacy/*" has this one, but without updates',
  },
];

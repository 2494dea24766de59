import { listItems } from '../manifest/list';
import type { Source } from '../manifest/source';
import { type NamespaceLabels, namespaceLabels } from './pod-security/namespaces';

/** Labels of the namespaces of some texts that ask for a Pod Security policy. */
export const namespacesIn = (sources: readonly Source[]): NamespaceLabels =>
  namespaceLabels(
    sources.filter(({ text }) => text.includes('pod-security.kubernetes.io')).flatMap(manifestsOf),
  );

const manifestsOf = (source: Source) =>
  [...source.documents()].flatMap(({ value }) =>
    value === undefined || value === null ? [] : (listItems(value) ?? [value]),
  );

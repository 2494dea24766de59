const PAGES = 'https://github.com/cdk8s-pod-patterns/cdk8s-pod-patterns/blob/main/docs';

/** Address of a rule's row in the docs. */
export const docsAddress = (page: 'rules' | 'server-rules', rule: string) => `${PAGES}/${page}.md#${rule}`;

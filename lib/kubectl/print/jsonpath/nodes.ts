/** Parts of a JSONPath template (client-go util/jsonpath node.go). */
export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'identifier'; readonly name: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'wildcard' | 'recursive' }
  | { readonly type: 'array'; readonly start: Bound; readonly end: Bound; readonly step: Bound }
  | { readonly type: 'union'; readonly lists: readonly (readonly Node[])[] }
  | {
      readonly type: 'filter';
      readonly left: readonly Node[];
      readonly operator: string;
      readonly right: readonly Node[];
    }
  | ListNode;

/** An action: what stands between braces. */
export interface ListNode {
  readonly type: 'list';
  readonly nodes: Node[];
}

/** One number of a slice; `derived` where it follows from the start. */
export interface Bound {
  readonly value?: number;
  readonly derived?: boolean;
}

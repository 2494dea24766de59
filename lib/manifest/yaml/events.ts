/* The events of a document, whose ranges are those of the text: -1 where nothing is written. */

export const EVENT_ID = { DOCUMENT: 1, SEQUENCE: 2, MAPPING: 3, SCALAR: 4, ALIAS: 5, POP: 6 } as const;

export const SCALAR_STYLE = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5,
} as const;

export const COLLECTION_STYLE = { BLOCK: 1, FLOW: 2 } as const;

export type ScalarStyle = (typeof SCALAR_STYLE)[keyof typeof SCALAR_STYLE];

export type CollectionStyle = (typeof COLLECTION_STYLE)[keyof typeof COLLECTION_STYLE];

/** What may stand before a node. */
export interface Properties {
  readonly anchorStart: number;
  readonly anchorEnd: number;
  readonly tagStart: number;
  /** The tag with its handle resolved; empty if there is none. */
  readonly tag: string;
}

export const NO_PROPERTIES: Properties = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tag: '' };

export interface SequenceEvent extends Properties {
  readonly type: typeof EVENT_ID.SEQUENCE;
  readonly start: number;
  readonly style: CollectionStyle;
}

export interface MappingEvent extends Properties {
  readonly type: typeof EVENT_ID.MAPPING;
  readonly start: number;
  readonly style: CollectionStyle;
}

export interface ScalarEvent extends Properties {
  readonly type: typeof EVENT_ID.SCALAR;
  /** Between the quotes of a quoted text; from the first line of a block. */
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly style: ScalarStyle;
  /** The text that it means, where that is not what is written. */
  readonly value: string | undefined;
}

export interface AliasEvent {
  readonly type: typeof EVENT_ID.ALIAS;
  readonly anchorStart: number;
  readonly anchorEnd: number;
}

export interface DocumentEvent {
  readonly type: typeof EVENT_ID.DOCUMENT;
}

/** Ends the document, the list or the map that was begun last. */
export interface PopEvent {
  readonly type: typeof EVENT_ID.POP;
  /** Where a document ends, if the text goes on: go-yaml reads no further. */
  readonly end?: number;
}

export type Event = DocumentEvent | SequenceEvent | MappingEvent | ScalarEvent | AliasEvent | PopEvent;

/** The text of a scalar. */
export const scalarText = (source: string, { value, valueStart, valueEnd }: ScalarEvent): string =>
  value ?? (valueStart < 0 ? '' : source.slice(valueStart, valueEnd));

import type { ScalarEvent } from './events';

export const TOKEN = {
  STREAM_END: 1,
  VERSION_DIRECTIVE: 2,
  TAG_DIRECTIVE: 3,
  DOCUMENT_START: 4,
  DOCUMENT_END: 5,
  BLOCK_SEQUENCE_START: 6,
  BLOCK_MAPPING_START: 7,
  BLOCK_END: 8,
  FLOW_SEQUENCE_START: 9,
  FLOW_SEQUENCE_END: 10,
  FLOW_MAPPING_START: 11,
  FLOW_MAPPING_END: 12,
  BLOCK_ENTRY: 13,
  FLOW_ENTRY: 14,
  KEY: 15,
  VALUE: 16,
  ALIAS: 17,
  ANCHOR: 18,
  TAG: 19,
  SCALAR: 20,
} as const;

export type TokenType = (typeof TOKEN)[keyof typeof TOKEN];

/** A tag as it is written; a directive gives the prefix that a handle stands for as its suffix. */
export interface TagText {
  readonly handle: string;
  readonly suffix: string;
}

export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  /** Line of its start, counted from 0. */
  readonly line: number;
  /** Number of open brackets where it may turn out to begin a key; -1 if it cannot. */
  level: number;
  readonly scalar: ScalarEvent | undefined;
  readonly tag: TagText | undefined;
}

/** What begins a document. */
export const STARTS: ReadonlySet<number> = new Set([
  TOKEN.VERSION_DIRECTIVE,
  TOKEN.TAG_DIRECTIVE,
  TOKEN.DOCUMENT_START,
]);

/** Whether an entry of a map in block style has nothing more. */
export const endsEntry = (type: TokenType) =>
  type === TOKEN.KEY || type === TOKEN.VALUE || type === TOKEN.BLOCK_END;

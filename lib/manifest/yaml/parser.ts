import {
  type CollectionStyle,
  COLLECTION_STYLE,
  type Event,
  EVENT_ID,
  NO_PROPERTIES,
  type Properties,
} from './events';
import { EMPTY_SCALAR } from './plain-scalar';
import { Scanner } from './scanner';
import { TagDirectives } from './tag-directives';
import { endsEntry, STARTS, TOKEN, type Token } from './tokens';
import { YamlFailure } from '../yaml-problem';

const POP: Event = { type: EVENT_ID.POP };
const DOCUMENT: Event = { type: EVENT_ID.DOCUMENT };

/** Makes events of the tokens of a text (parserc.go, go.yaml.in/yaml/v2). */
export class Parser {
  private readonly scanner: Scanner;
  private readonly directives = new TagDirectives();
  private readonly events: Event[] = [];
  private readonly anchors = new Set<string>();
  private depth = 0;
  /** Where the innermost bracket stands that is open. */
  private bracket = -1;

  constructor(
    private readonly text: string,
    private readonly mostNested: number,
  ) {
    this.scanner = new Scanner(text);
  }

  /** How far the text has been looked at. */
  get offset(): number {
    return this.scanner.offset;
  }

  parse(): readonly Event[] {
    const { type } = this.scanner.peek();
    if (type === TOKEN.STREAM_END) return this.events;
    this.events.push(DOCUMENT);
    if (STARTS.has(type)) this.explicitDocument();
    else this.node(true, false);
    const { type: after, start: end } = this.scanner.peek();
    this.events.push(after === TOKEN.STREAM_END ? POP : { type: EVENT_ID.POP, end });
    return this.events;
  }

  private explicitDocument(): void {
    this.directives.read(this.scanner);
    const token = this.scanner.peek();
    if (token.type !== TOKEN.DOCUMENT_START) {
      throw this.failure('did not find expected <document start>', token);
    }
    this.scanner.skip();
    const { type } = this.scanner.peek();
    if (STARTS.has(type) || type === TOKEN.DOCUMENT_END || type === TOKEN.STREAM_END) this.empty();
    else this.node(true, false);
  }

  private empty(): void {
    this.events.push(EMPTY_SCALAR);
  }

  /** The token after the one that `peek` has returned. */
  private next(): Token {
    this.scanner.skip();
    return this.scanner.peek();
  }

  /** yaml_parser_parse_node. */
  private node(isBlock: boolean, allowsIndentless: boolean): void {
    let token = this.scanner.peek();
    let properties = NO_PROPERTIES;
    if (token.type === TOKEN.ALIAS) return this.alias(token);
    if (token.type === TOKEN.ANCHOR || token.type === TOKEN.TAG) {
      properties = this.properties(token);
      token = this.scanner.peek();
    }
    if (token.type === TOKEN.SCALAR) {
      const scalar = token.scalar!;
      this.events.push(properties === NO_PROPERTIES ? scalar : { ...scalar, ...properties });
      return this.scanner.skip();
    }
    if (allowsIndentless && token.type === TOKEN.BLOCK_ENTRY) {
      this.begin(EVENT_ID.SEQUENCE, COLLECTION_STYLE.BLOCK, token, properties);
      this.indentlessItems();
      return this.end();
    }
    if (this.collection(token, isBlock, properties)) return;
    if (properties === NO_PROPERTIES) throw this.failure('did not find expected node content', token);
    this.events.push({ ...EMPTY_SCALAR, ...properties });
  }

  private alias({ start, end }: Token): void {
    const name = this.text.slice(start, end);
    if (!this.anchors.has(name)) {
      throw new YamlFailure(
        `unknown anchor '${name}' referenced`,
        start - 1,
        `define it first with &${name}`,
      );
    }
    this.events.push({ type: EVENT_ID.ALIAS, anchorStart: start, anchorEnd: end });
    this.scanner.skip();
  }

  private properties(first: Token): Properties {
    const properties = this.anchorAndTag(first);
    const { anchorStart, anchorEnd } = properties;
    if (anchorStart >= 0) this.anchors.add(this.text.slice(anchorStart, anchorEnd));
    return properties;
  }

  /** An anchor, a tag or both, in any order. */
  private anchorAndTag(first: Token): Properties {
    const second = this.next();
    const isAnchor = first.type === TOKEN.ANCHOR;
    if (second.type !== (isAnchor ? TOKEN.TAG : TOKEN.ANCHOR)) {
      return { ...NO_PROPERTIES, ...(isAnchor ? anchorOf(first) : this.tagOf(first, first)) };
    }
    this.next();
    return isAnchor
      ? { ...anchorOf(first), ...this.tagOf(second, first) }
      : { ...anchorOf(second), ...this.tagOf(first, first) };
  }

  private tagOf(token: Token, node: Token): Pick<Properties, 'tagStart' | 'tag'> {
    return { tagStart: token.start, tag: this.directives.resolve(token, node) };
  }

  /** Reads a list or a map; false if none begins with the token. */
  private collection(token: Token, isBlock: boolean, properties: Properties): boolean {
    const { type } = token;
    if (type === TOKEN.FLOW_SEQUENCE_START || type === TOKEN.FLOW_MAPPING_START) {
      this.begin(
        type === TOKEN.FLOW_SEQUENCE_START ? EVENT_ID.SEQUENCE : EVENT_ID.MAPPING,
        COLLECTION_STYLE.FLOW,
        token,
        properties,
      );
      const around = this.bracket;
      this.bracket = token.start;
      if (type === TOKEN.FLOW_SEQUENCE_START) this.flowItems();
      else this.flowEntries();
      this.bracket = around;
    } else if (isBlock && type === TOKEN.BLOCK_SEQUENCE_START) {
      this.begin(EVENT_ID.SEQUENCE, COLLECTION_STYLE.BLOCK, token, properties);
      this.blockItems();
    } else if (isBlock && type === TOKEN.BLOCK_MAPPING_START) {
      this.begin(EVENT_ID.MAPPING, COLLECTION_STYLE.BLOCK, token, properties);
      this.blockEntries();
    } else {
      return false;
    }
    this.end();
    return true;
  }

  private begin(
    type: typeof EVENT_ID.SEQUENCE | typeof EVENT_ID.MAPPING,
    style: CollectionStyle,
    { start }: Token,
    { anchorStart, anchorEnd, tagStart, tag }: Properties,
  ): void {
    if (++this.depth > this.mostNested) {
      throw new YamlFailure(`exceeded max depth of ${this.mostNested}`, start, 'reduce the nesting');
    }
    this.events.push({ type, start, anchorStart, anchorEnd, tagStart, tag, style });
  }

  /** An error of go-yaml's parser, which counts its lines from 0; at the end, of a bracket that is open. */
  private failure(message: string, { type, start, line }: Token): YamlFailure {
    const isUnclosed = type === TOKEN.STREAM_END && this.bracket >= 0;
    return new YamlFailure(message, isUnclosed ? this.bracket : start, undefined, line);
  }

  private end(): void {
    this.events.push(POP);
    this.depth--;
  }

  private blockItems(): void {
    this.scanner.skip();
    let token = this.scanner.peek();
    while (token.type === TOKEN.BLOCK_ENTRY) {
      const { type } = this.next();
      if (type === TOKEN.BLOCK_ENTRY || type === TOKEN.BLOCK_END) this.empty();
      else this.node(true, false);
      token = this.scanner.peek();
    }
    if (token.type !== TOKEN.BLOCK_END) throw this.failure("did not find expected '-' indicator", token);
    this.scanner.skip();
  }

  /** The items of a list that is not indented further than its key. */
  private indentlessItems(): void {
    while (this.scanner.peek().type === TOKEN.BLOCK_ENTRY) {
      const { type } = this.next();
      if (type === TOKEN.BLOCK_ENTRY || endsEntry(type)) this.empty();
      else this.node(true, false);
    }
  }

  private blockEntries(): void {
    this.scanner.skip();
    let token = this.scanner.peek();
    while (token.type === TOKEN.KEY) {
      if (endsEntry(this.next().type)) this.empty();
      else this.node(true, true);
      this.blockValue();
      token = this.scanner.peek();
    }
    if (token.type !== TOKEN.BLOCK_END) throw this.failure('did not find expected key', token);
    this.scanner.skip();
  }

  private blockValue(): void {
    if (this.scanner.peek().type !== TOKEN.VALUE || endsEntry(this.next().type)) this.empty();
    else this.node(true, true);
  }

  private flowItems(): void {
    let token = this.next();
    for (let isFirst = true; token.type !== TOKEN.FLOW_SEQUENCE_END; isFirst = false) {
      token = this.flowSeparator(isFirst, ']');
      if (token.type === TOKEN.FLOW_SEQUENCE_END) break;
      if (token.type === TOKEN.KEY) this.flowPair(token);
      else this.node(false, false);
      token = this.scanner.peek();
    }
    this.scanner.skip();
  }

  /** A map of one entry without braces: `[key: value]`. */
  private flowPair(key: Token): void {
    this.begin(EVENT_ID.MAPPING, COLLECTION_STYLE.FLOW, key, NO_PROPERTIES);
    const { type } = this.next();
    if (type === TOKEN.VALUE || type === TOKEN.FLOW_ENTRY || type === TOKEN.FLOW_SEQUENCE_END) {
      this.scanner.skip();
      this.empty();
    } else {
      this.node(false, false);
    }
    this.flowValue(TOKEN.FLOW_SEQUENCE_END);
    this.end();
  }

  private flowEntries(): void {
    let token = this.next();
    for (let isFirst = true; token.type !== TOKEN.FLOW_MAPPING_END; isFirst = false) {
      token = this.flowSeparator(isFirst, '}');
      if (token.type === TOKEN.FLOW_MAPPING_END) break;
      this.flowEntry(token);
      token = this.scanner.peek();
    }
    this.scanner.skip();
  }

  private flowEntry(token: Token): void {
    if (token.type !== TOKEN.KEY) {
      this.node(false, false);
      return this.empty();
    }
    const { type } = this.next();
    if (type === TOKEN.VALUE || type === TOKEN.FLOW_ENTRY || type === TOKEN.FLOW_MAPPING_END) this.empty();
    else this.node(false, false);
    this.flowValue(TOKEN.FLOW_MAPPING_END);
  }

  private flowValue(end: Token['type']): void {
    if (this.scanner.peek().type !== TOKEN.VALUE) return this.empty();
    const { type } = this.next();
    if (type === TOKEN.FLOW_ENTRY || type === end) this.empty();
    else this.node(false, false);
  }

  /** Passes the comma before all entries but the first. */
  private flowSeparator(isFirst: boolean, bracket: string): Token {
    const token = this.scanner.peek();
    if (isFirst) return token;
    if (token.type !== TOKEN.FLOW_ENTRY) {
      throw this.failure(`did not find expected ',' or '${bracket}'`, token);
    }
    return this.next();
  }
}

const anchorOf = ({ start, end }: Token) => ({ anchorStart: start, anchorEnd: end });

import type * as Antlr from 'antlr4ng' with { 'resolution-mode': 'import' };
import {
  LEXER_NETWORK,
  LEXER_RULES,
  LITERAL_NAMES,
  PARSER_NETWORK,
  PARSER_RULES,
  SYMBOLIC_NAMES,
} from './grammar';
import type { Fault } from './source';

const antlr = require('antlr4ng') as typeof Antlr;

/** Limits of cel-go's parser. */
const MOST_FAULTS = 100;
const MOST_RECOVERIES = 30;
const MOST_SKIPPED_TOKENS = 256;
const MAX_DEPTH = 250;

const namesIn = (text: string) => text.split(' ').map((name) => (name === '-' ? null : name));
const network = (text: string) => new antlr.ATNDeserializer().deserialize(text.split(' ').map(Number));

interface Grammar {
  readonly vocabulary: Antlr.Vocabulary;
  readonly lexer: Antlr.ATN;
  readonly parser: Antlr.ATN;
}

let grammar: Grammar | undefined;

const theGrammar = (): Grammar =>
  (grammar ??= {
    vocabulary: new antlr.Vocabulary(namesIn(LITERAL_NAMES), namesIn(SYMBOLIC_NAMES)),
    lexer: network(LEXER_NETWORK),
    parser: network(PARSER_NETWORK),
  });

/** What ends the parsing before the end of the text. */
class Stop extends Error {}

/**
 * What cel-go says of a text that does not follow the grammar: its parser is one of ANTLR, whose words depend
 * on how it goes on after a fault.
 */
export function syntaxFaults(text: string): Fault[] {
  const { vocabulary, lexer: lexerNetwork, parser: parserNetwork } = theGrammar();
  const listener = new Faults(text);
  const lexer = new antlr.LexerInterpreter(
    'CEL.g4',
    vocabulary,
    namesIn(LEXER_RULES) as string[],
    ['DEFAULT_TOKEN_CHANNEL', 'HIDDEN'],
    ['DEFAULT_MODE'],
    lexerNetwork,
    antlr.CharStream.fromString(text),
  );
  lexer.removeErrorListeners();
  lexer.addErrorListener(listener);
  const parser = new antlr.ParserInterpreter(
    'CEL.g4',
    vocabulary,
    namesIn(PARSER_RULES) as string[],
    parserNetwork,
    new antlr.CommonTokenStream(lexer),
  );
  parser.removeErrorListeners();
  parser.addErrorListener(listener);
  parser.addParseListener(new Depth());
  parser.errorHandler = new LimitedRecovery();
  try {
    parser.parse(0);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (error.message) listener.faults.push({ at: -1, message: error.message });
  }
  return listener.faults;
}

/** A word that is a literal, where a name is wanted. */
const LITERAL_NAME = /no viable alternative at input '.(true|false|null)'/;

class Faults extends antlr.BaseErrorListener {
  readonly faults: Fault[] = [];
  private readonly lines: readonly string[];

  constructor(text: string) {
    super();
    this.lines = text.split('\n');
  }

  override syntaxError(
    _recognizer: unknown,
    _symbol: unknown,
    line: number,
    column: number,
    message: string,
  ): void {
    const at = this.offset(line, column);
    if (this.faults.length >= MOST_FAULTS) {
      this.faults.push({ at, message: `Syntax error: More than ${MOST_FAULTS} syntax errors` });
      throw new Stop('');
    }
    const words = message.replace(LITERAL_NAME, "mismatched input '$1' expecting IDENTIFIER");
    this.faults.push({ at, message: `Syntax error: ${words}` });
  }

  /** Columns count characters. */
  private offset(line: number, column: number): number {
    const before = this.lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
    return (
      before +
      Array.from(this.lines[line - 1])
        .slice(0, column)
        .join('').length
    );
  }
}

/** Rules of the grammar may not be nested too deeply. */
class Depth implements Antlr.ParseTreeListener {
  private readonly depths = new Map<number, number>();

  enterEveryRule({ ruleIndex }: Antlr.ParserRuleContext): void {
    const depth = (this.depths.get(ruleIndex) ?? 0) + 1;
    if (depth > MAX_DEPTH) throw new Stop(`expression recursion limit exceeded: ${MAX_DEPTH}`);
    this.depths.set(ruleIndex, depth);
  }

  exitEveryRule({ ruleIndex }: Antlr.ParserRuleContext): void {
    const depth = this.depths.get(ruleIndex) ?? 0;
    if (depth > 0) this.depths.set(ruleIndex, depth - 1);
  }

  visitTerminal(): void {}

  visitErrorNode(): void {}
}

/** Goes on after a fault, but not for ever. */
class LimitedRecovery extends antlr.DefaultErrorStrategy {
  private attempts = 0;

  override recover(recognizer: Antlr.Parser, error: Antlr.RecognitionException): void {
    this.count(recognizer);
    super.recover(recognizer, error);
  }

  override recoverInline(recognizer: Antlr.Parser): Antlr.Token {
    this.count(recognizer);
    return super.recoverInline(recognizer);
  }

  private count(recognizer: Antlr.Parser): void {
    if (this.attempts++ === MOST_RECOVERIES) {
      recognizer.notifyErrorListeners(
        `error recovery attempt limit exceeded: ${MOST_RECOVERIES}`,
        null,
        null,
      );
      throw new Stop('');
    }
  }

  override consumeUntil(recognizer: Antlr.Parser, set: Antlr.IntervalSet): void {
    let type = recognizer.tokenStream.LA(1);
    let skipped = 0;
    while (type !== antlr.Token.EOF && !set.contains(type)) {
      if (skipped++ >= MOST_SKIPPED_TOKENS) {
        throw new Stop(`error recovery token lookahead limit exceeded: ${MOST_SKIPPED_TOKENS}`);
      }
      recognizer.consume();
      type = recognizer.tokenStream.LA(1);
    }
  }
}

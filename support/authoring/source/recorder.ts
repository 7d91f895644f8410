import { AstBuilder } from '@cucumber/gherkin';
import type IToken from '@cucumber/gherkin/dist/src/IToken';
import { RuleType, TokenType } from '@cucumber/gherkin/dist/src/Parser';
import type { LineToken, TextOwner, TokenKind } from './token';

const KINDS: Partial<Record<TokenType, TokenKind>> = {
  [TokenType.Language]: 'language',
  [TokenType.TagLine]: 'tags',
  [TokenType.FeatureLine]: 'feature',
  [TokenType.BackgroundLine]: 'background',
  [TokenType.RuleLine]: 'rule',
  [TokenType.ScenarioLine]: 'scenario',
  [TokenType.ExamplesLine]: 'examples',
  [TokenType.StepLine]: 'step',
  [TokenType.TableRow]: 'table',
  [TokenType.DocStringSeparator]: 'doc-string',
  [TokenType.Comment]: 'comment',
  [TokenType.Empty]: 'empty',
  [TokenType.Other]: 'text',
};

const OWNERS: Partial<Record<RuleType, TextOwner>> = {
  [RuleType.FeatureHeader]: 'feature',
  [RuleType.RuleHeader]: 'rule',
  [RuleType.Background]: 'background',
  [RuleType.Scenario]: 'scenario',
  [RuleType.Examples]: 'examples',
  [RuleType.DocString]: 'doc-string',
};

/** Cucumber's own builder, which also notes what the parser took each line for: the tree alone does not say where a description came from. */
export class RecordingBuilder extends AstBuilder {
  /** Tokens by line: index 0 is line 1. A line the parser refused has none. */
  readonly tokens: (LineToken | undefined)[] = [];
  readonly #rules: RuleType[] = [];

  override startRule(ruleType: RuleType): void {
    this.#rules.push(ruleType);
    super.startRule(ruleType);
  }

  override endRule(): void {
    this.#rules.pop();
    super.endRule();
  }

  override build(token: IToken<TokenType>): void {
    super.build(token);
    const kind = KINDS[token.matchedType];
    if (kind === undefined) return;
    const { line } = token.location;
    const text = kind === 'text' ? token.line.trimmedLineText.trimEnd() : (token.matchedText ?? '').trim();
    this.tokens[line - 1] = {
      kind,
      line,
      keyword: kind === 'doc-string' ? null : (token.matchedKeyword ?? null),
      text,
      owner: kind === 'text' ? this.#owner() : null,
      items: token.matchedItems,
    };
  }

  #owner(): TextOwner | null {
    for (let index = this.#rules.length - 1; index >= 0; index -= 1) {
      const rule = this.#rules[index];
      const owner = rule === undefined ? undefined : OWNERS[rule];
      if (owner) return owner;
    }
    return null;
  }
}

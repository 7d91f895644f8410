/** What a line of a feature is to Gherkin. */
export type TokenKind =
  | 'language'
  | 'tags'
  | 'feature'
  | 'background'
  | 'rule'
  | 'scenario'
  | 'examples'
  | 'step'
  | 'table'
  | 'doc-string'
  | 'comment'
  | 'empty'
  | 'text';

/** Whose description a text line belongs to, or that it is content of a doc string. */
export type TextOwner = 'feature' | 'rule' | 'background' | 'scenario' | 'examples' | 'doc-string';

/** A line of a feature as Cucumber's parser took it. */
export interface LineToken {
  readonly kind: TokenKind;
  /** Line, from 1. */
  readonly line: number;
  /** The keyword as it is written, without its colon (`Cenário`) or with its space (`Quando `); null where there is none. */
  readonly keyword: string | null;
  /** What follows the keyword, without the spaces around it; of a text line, the text. */
  readonly text: string;
  /** Of a text line: to whom it belongs. */
  readonly owner: TextOwner | null;
  /** Of a table row: its cells; of a line of tags: the tags. Each with its column, from 1, in code points. */
  readonly items: readonly { readonly column: number; readonly text: string }[];
}

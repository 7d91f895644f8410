/** What the templates show, already in words: they only lay it out. Every text in it is plain text, escaped by the templates. */
export interface PageView {
  title: string;
  policy: string;
  /** Style sheets after the one cucumber-html-reporter puts in itself; ours, trusted. */
  sheets: string[];
  headline: string;
  /** How the headline is coloured. */
  mood: 'good' | 'bad' | 'warn';
  facts: { label: string; value: string }[];
  totals: { label: string; value: string; kind: Kind }[];
  alerts: { title: string; text: string }[];
  journeys: JourneyRow[];
  columns: string[];
  failures: FailureView[];
}

/** Six looks for all outcomes and step statuses; each also has its own shape and word. */
export type Kind = 'passed' | 'failed' | 'flaky' | 'skipped' | 'not-run' | 'plain';

export interface Badge {
  kind: Kind;
  shape: string;
  word: string;
}

export interface JourneyRow {
  anchor: string;
  name: string;
  badge: Badge;
  cells: string[];
}

export interface FailureView {
  anchor: string;
  path: string;
  place: string;
  again: string;
  steps: { title: string; reason: string }[];
}

export interface HeadingView {
  keyword: string;
  name: string;
  description: string;
  tags: readonly string[];
}

export interface BackgroundView {
  keyword: string;
  name: string;
  description: string;
  steps: StepTextView[];
}

/** A theme or a Regra. */
export interface SectionView extends HeadingView {
  background: BackgroundView | null;
}

export interface JourneyView extends HeadingView {
  anchor: string;
  uri: string;
  badge: Badge;
  totals: string;
  background: BackgroundView | null;
  /** By the file they stand in; the main file has no heading of its own. */
  themes: { heading: SectionView | null; groups: { rule: SectionView | null; scenarios: ScenarioView[] }[] }[];
}

export interface ScenarioView extends HeadingView {
  anchor: string;
  place: string;
  again: string | null;
  badge: Badge;
  remark: string;
  took: string;
  open: boolean;
  example: readonly { column: string; value: string }[];
  /** The attempt that counts; null when the scenario never ran. */
  steps: StanzaView[] | null;
  earlier: { title: string; stanzas: StanzaView[] }[];
}

/** Steps under the comment that introduces them in the feature; those of the Contexto come folded. */
export interface StanzaView {
  title: string;
  folded: boolean;
  steps: StepView[];
}

export interface StepTextView {
  keyword: string;
  text: string;
  table: readonly (readonly string[])[] | null;
  docString: { mediaType: string | null; content: string } | null;
}

export interface StepView extends StepTextView {
  badge: Badge;
  took: string;
  place: string;
  reason: string;
  stack: string;
  commands: CommandView[];
  /** Commands that are not the document's (preparing, waiting), under one line. */
  asides: { title: string; open: boolean; commands: CommandView[] } | null;
  notes: string[];
  attachments: { title: string; text: string | null }[];
}

export interface CommandView {
  command: string;
  argv: string[];
  exit: string;
  good: boolean;
  took: string;
  stdout: string;
  /** On paper it goes in columns. */
  isLong: boolean;
  stderr: string;
  exchangesTitle: string;
  exchanges: { method: string; path: string; operation: string; status: string }[];
}

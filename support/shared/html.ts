import { visible } from './visible';

/** HTML that is safe to put into a page as it is. Only `html`, `raw` and `preText` make it. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** What a hole of `html` takes. Text is escaped; lists are joined without anything between; null, undefined and false give nothing. */
export type Fragment = Html | string | number | null | undefined | false | readonly Fragment[];

/** Template tag: what is written in the source is HTML, what comes in through a hole is text unless it is `Html` itself. */
export function html(literals: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  let markup = literals[0] ?? '';
  for (let index = 0; index < values.length; index += 1) markup += markupOf(values[index]) + literals[index + 1];
  return new Html(markup);
}

/** The string of a piece of HTML, to be written to a file. */
export function render(fragment: Fragment): string {
  return markupOf(fragment);
}

/** HTML from a constant of our own, or from a renderer that is itself safe. Never from outside. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** Fragments one after the other, as one piece of HTML. */
export function joined(fragments: readonly Fragment[]): Html {
  return new Html(markupOf(fragments));
}

const MARKUP = /[&<>"']/;
const CONTENT_MARKUP = /[&<>]/;
const CONTROL = /[^\P{Cc}\n\t]/u;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text fit for any place of a page, between tags or inside a quoted attribute; control characters become visible. */
export function escaped(text: string): string {
  const shown = CONTROL.test(text) ? visible(text) : text;
  return MARKUP.test(shown) ? shown.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character) : shown;
}

/**
 * Long text fit to stand inside `<pre>`, and nowhere else: quotes stay as they are, which keeps pages full of JSON small. A line break is
 * put first, which HTML swallows, so that one the text begins with survives.
 */
export function preText(text: string): Html {
  const shown = CONTROL.test(text) ? visible(text) : text;
  return new Html(`\n${CONTENT_MARKUP.test(shown) ? escapedContent(shown) : shown}`);
}

function escapedContent(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function markupOf(fragment: Fragment): string {
  if (typeof fragment === 'string') return escaped(fragment);
  if (fragment instanceof Html) return fragment.markup;
  if (fragment === null || fragment === undefined || fragment === false) return '';
  if (typeof fragment === 'number') return String(fragment);
  let markup = '';
  for (const part of fragment) markup += markupOf(part);
  return markup;
}

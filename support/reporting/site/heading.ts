import { type Fragment, type Html, html, raw } from '../../shared/html';

const DEEPEST = 6;

/** `<h3>…</h3>` of a given level. @param id under which it can be linked to */
export function heading(level: number, content: Fragment, id?: string): Html {
  const tag = raw(`h${Math.min(level, DEEPEST)}`);
  return html`<${tag}${id && html` id="${id}"`}>${content}</${tag}>`;
}

/** Tags as a list; nothing when there are none. */
export function tagList(tags: readonly string[]): Fragment {
  return tags.length > 0 && html`<ul class="tags" aria-label="Tags">${tags.map((tag) => html`<li>${tag}</li>`)}</ul>`;
}

/** A table that scrolls sideways by keyboard where it is too wide. @param name its accessible name */
export function wideTable(name: string, table: Html): Html {
  return html`<div class="wide" tabindex="0" role="group" aria-label="${name}">${table}</div>`;
}

/** The attribute of a `<details>` that begins unfolded. */
export const OPEN = raw(' open');

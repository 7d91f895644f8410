import { type Html, html, raw } from '../../shared/html';
import { visible } from '../../shared/visible';

const MARKUP = /[`*_[\]<>#|~\\&@=]|^\s*([-+]|\d+[.)])|:\/\/|www\.|\n\s*\n| {2}\n|\t/m;
const made = new Map<string, Html>();

/**
 * A description as HTML blocks: paragraphs, lists, tables, emphasis, code and links of GitHub's Markdown. HTML in it is text, addresses
 * other than of the web and of mail lead nowhere. No headings (the page has its own) and no images (a page loads nothing).
 */
export function markdown(text: string): Html {
  if (text.trim() === '') return html``;
  if (!MARKUP.test(text)) return html`<p>${text}</p>`;
  const known = made.get(text);
  if (known) return known;
  const block = raw(translated(visible(text)));
  made.set(text, block);
  return block;
}

function translated(text: string): string {
  const { micromark }: typeof import('micromark') = require('micromark'); // only where a description has markup at all
  const { gfm, gfmHtml }: typeof import('micromark-extension-gfm') = require('micromark-extension-gfm');
  const unwanted = {
    disable: {
      null: [
        'headingAtx',
        'setextUnderline',
        'labelStartImage',
        'codeIndented',
        'gfmFootnoteDefinition',
        'gfmFootnoteCall',
        'gfmPotentialFootnoteCall',
        'tasklistCheck',
      ],
    },
  };
  return micromark(text, { extensions: [gfm(), unwanted], htmlExtensions: [gfmHtml()] });
}

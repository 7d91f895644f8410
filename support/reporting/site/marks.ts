import { type Html, html, preText, raw, render } from '../../shared/html';

const MASK = '***';
const MASKED = `<abbr title="segredo trocado antes de ser guardado">${MASK}</abbr>`;

/** Text between tags with `***`, which stands for a secret that was replaced before anything was kept, marked as such. */
export function masked(text: string): Html {
  return markMasks(html`${text}`);
}

/** Long text for the inside of `<pre>`, secrets marked. */
export function maskedOutput(text: string): Html {
  return markMasks(preText(text));
}

/** The text of a step: what stands between backticks is a command. */
export function stepText(text: string): Html {
  if (!text.includes('`')) return masked(text);
  const parts = text.split('`');
  if (parts.length % 2 === 0) return masked(text);
  return raw(
    parts.map((part, index) => (index % 2 === 0 ? render(masked(part)) : `<code>${render(masked(part))}</code>`)).join(''),
  );
}

function markMasks(piece: Html): Html {
  return piece.markup.includes(MASK) ? raw(piece.markup.replaceAll(MASK, MASKED)) : piece;
}

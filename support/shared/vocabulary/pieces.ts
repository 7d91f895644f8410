import { GAPS, type Gap } from './pattern-forms';
import { likeness, stem } from './words';

/** The smallest part of a text that is compared: a word by its stem, or something that stands in place of a value. */
export type Piece = { readonly kind: 'word'; readonly word: string; readonly stem: string } | ValuePiece;

/** A value of a step as it is written, delimiters included. */
export interface ValuePiece {
  readonly kind: Gap;
  readonly written: string;
}

const PIECES =
  /(?<comando>`[^`]*`)|(?<texto>["“”«»][^"“”«»]*["“”«»])|(?<memória><[^<>]+>)|(?<número>-?\d+(?:[.,]\d+)*)|(?<word>\p{L}[\p{L}\p{M}\d_]*(?:[-.]\p{L}[\p{L}\p{M}\d_]*)*)|(?<gap>[\uE000-\uE003])/gu;

/** The pieces of a step's text, or of a form, in their order. */
export function piecesOf(text: string): Piece[] {
  return [...text.matchAll(PIECES)].map(({ groups = {} }): Piece => {
    const { word, gap, comando, texto, memória, número } = groups;
    if (word !== undefined) return { kind: 'word', word, stem: stem(word) };
    if (comando !== undefined) return { kind: 'comando', written: comando };
    if (memória !== undefined) return { kind: 'memória', written: memória };
    if (número !== undefined) return { kind: 'número', written: número };
    if (texto !== undefined) return { kind: 'texto', written: straightened(texto) };
    return { kind: (Object.keys(GAPS) as Gap[]).find((each) => GAPS[each] === gap) ?? 'texto', written: '' };
  });
}

/** How much two pieces are alike, from 0 to 1. */
export function pieceLikeness(one: Piece, other: Piece): number {
  if (one.kind === 'word' && other.kind === 'word') return likeness(one.stem, other.stem);
  return one.kind === other.kind ? 1 : 0;
}

/** How much of a piece some others tell: the best of them. */
export function bestLikeness(piece: Piece, others: readonly Piece[]): number {
  let best = 0;
  for (const other of others) best = Math.max(best, pieceLikeness(piece, other));
  return best;
}

function straightened(quoted: string): string {
  return `"${quoted.slice(1, -1)}"`;
}

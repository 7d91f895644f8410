import type { Purpose } from './definition';
import { type NearStep, nearest } from './nearest';
import { bestLikeness, piecesOf } from './pieces';
import { type Attached, KEYWORDS, snippetFor } from './snippet';
import type { Vocabulary } from './vocabulary';

/** A step that no definition recognises. */
export interface UnknownStep {
  /** As written, without the space after it; `*` says nothing. */
  readonly keyword: string;
  readonly text: string;
  readonly purpose: Purpose | null;
  readonly attached: Attached;
}

/** What to do about it. */
export interface StepAdvice {
  /** The steps that may have been meant, as they are written, the nearest first; none when nothing is near. */
  readonly meant: readonly string[];
  /** What may stand in the nearest step where the text has something else; one line for each such place. */
  readonly values: readonly string[];
  /** A definition of the step as it was written, in TypeScript, to begin with. */
  readonly snippet: string;
}

/** What to do about a step that does not exist. */
export function adviceFor({ keyword, text, purpose, attached }: UnknownStep, vocabulary: Vocabulary): StepAdvice {
  const near = nearest(text, vocabulary, purpose);
  const [first] = near;
  return {
    meant: near.map((each) => `${keyword} ${each.text}`),
    values: first ? closedValues(first, text) : [],
    snippet: snippetFor(
      text,
      { purpose: purpose ?? 'Given', keyword: keyword === '*' ? KEYWORDS.Given : keyword, attached },
      vocabulary,
    ),
  };
}

/** The values of a parameter that takes only some, where the text says none of them, not even inflected otherwise. */
function closedValues({ definition, text: meant }: NearStep, text: string): string[] {
  const written = piecesOf(text);
  return definition.parameters.flatMap(({ values }) => {
    const chosen = [...values].sort((one, other) => other.length - one.length).find((value) => meant.includes(value));
    if (chosen === undefined || piecesOf(chosen).some((piece) => bestLikeness(piece, written) > 0)) return [];
    return [`Em vez de "${chosen}" também se pode dizer: ${values.filter((value) => value !== chosen).join(', ')}.`];
  });
}

/** Without accents and in lower case. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * How many letters have to be changed, added, left out or swapped with their neighbour to come from one word to the other. Swapped letters
 * are one slip of the fingers; the packages that count them as two would miss what was meant.
 */
export function distance(one: string, other: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[other.length] ?? 0;
}

/**
 * The known word that was most likely meant, accents and capitals aside; undefined when none is near enough (a third of its letters).
 * @param known in order of preference among those equally near
 */
export function nearestWord(written: string, known: Iterable<string>): string | undefined {
  const wanted = plain(written);
  let best: { word: string; away: number } | undefined;
  for (const word of known) {
    const away = distance(wanted, plain(word));
    if (!best || away < best.away) best = { word, away };
  }
  return best && best.away <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined;
}

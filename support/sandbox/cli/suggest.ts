function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The known word that was most likely meant by `typed`, or undefined when none is near enough (a third of its letters). */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  let best: { word: string; away: number } | undefined;
  for (const word of known) {
    const away = distance(wanted, word);
    if (!best || away < best.away) best = { word, away };
  }
  return best && best.away <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined;
}

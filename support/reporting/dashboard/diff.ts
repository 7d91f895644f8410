/** A line of a text that changed. */
export interface DiffLine {
  is: 'same' | 'gone' | 'new';
  text: string;
}

/** Beyond this many lines on either side nobody reads a difference, and finding it takes long. */
const LONGEST = 300;

/**
 * What became of the lines of a text: as few as possible are gone or new.
 * @returns null when either text is too long, or nothing is known of one
 */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] | null {
  if (before.length === 0 || after.length === 0 || Math.max(before.length, after.length) > LONGEST) return null;
  const common = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let [old, now] = [0, 0];
  while (old < before.length || now < after.length) {
    const [was = '', is = ''] = [before[old], after[now]];
    if (old < before.length && now < after.length && was === is) {
      lines.push({ is: 'same', text: is });
      old += 1;
      now += 1;
    } else if (old < before.length && (now >= after.length || lengthAt(common, old + 1, now) >= lengthAt(common, old, now + 1))) {
      lines.push({ is: 'gone', text: was });
      old += 1;
    } else {
      lines.push({ is: 'new', text: is });
      now += 1;
    }
  }
  return lines;
}

/** For each pair of positions, how many lines the rests of both texts share in order. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let old = before.length - 1; old >= 0; old -= 1) {
    const row = table[old] ?? [];
    for (let now = after.length - 1; now >= 0; now -= 1) {
      row[now] =
        before[old] === after[now]
          ? lengthAt(table, old + 1, now + 1) + 1
          : Math.max(lengthAt(table, old + 1, now), lengthAt(table, old, now + 1));
    }
  }
  return table;
}

function lengthAt(table: readonly (readonly number[])[], old: number, now: number): number {
  return table[old]?.[now] ?? 0;
}

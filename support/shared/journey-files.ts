/**
 * The file that tells the journey a feature file belongs to: `features/02_x.feature` for itself, and for the rules in its folder,
 * `features/02_x/theme.feature`. A file outside this scheme is a journey of its own.
 */
export function journeyFileOf(file: string): string {
  const folder = folderOf(file);
  return folder === null ? file : `${folder}.feature`;
}

/** True for a file of rules in the folder of a journey. */
export function isThemeFile(file: string): boolean {
  return folderOf(file) !== null;
}

/** The number of the journey that a feature file belongs to, 2 for `02_x.feature` and `02_x/theme.feature`; null outside the scheme. */
export function journeyNumber(file: string): number | null {
  const [, number] = /(?:^|[/\\])(\d+)_[^/\\]*\.feature$/.exec(journeyFileOf(file)) ?? [];
  return number === undefined ? null : Number(number);
}

function folderOf(file: string): string | null {
  return /^((?:.*[/\\])?\d+_[^/\\]+)[/\\][^/\\]+\.feature$/s.exec(file)?.[1] ?? null;
}

const LONGEST = 160;

/** A value as a message shows it: JSON, shortened; `ausente` when there is none. */
export function show(value: unknown): string {
  if (value === undefined) return 'ausente';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What some deployments say in `actual_status` for a status of the document. The contract has none of it: each is told as a difference. */
const OTHER_WORDS: Readonly<Record<string, string>> = { paused: 'stopped' };

/**
 * Is an instance in a status? Both fields must tell it: `status` is what was asked for, at once, and `actual_status` what really is, which
 * may follow after a while. Where there is only one of them, that one.
 */
export function hasStatus(
  { status, actual_status: actual }: Readonly<Record<string, unknown>>,
  wanted: string | undefined,
): boolean {
  if (wanted === undefined || (status ?? actual) == null) return false;
  const isActual = actual == null || actual === wanted || actual === OTHER_WORDS[wanted];
  return isActual && (status == null || status === wanted);
}

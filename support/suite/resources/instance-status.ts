/** What some deployments say in `actual_status` for a status of the document. The contract has none of it: each is told as a difference. */
const OTHER_WORDS: Readonly<Record<string, string>> = { paused: 'stopped' };

/**
 * Is an instance in a status? Both fields must tell it: `status` is what was asked for, at once, and `actual_status` what really is, which
 * may follow after a while.
 */
export function hasStatus(item: Readonly<Record<string, unknown>>, wanted: string | undefined): boolean {
  if (wanted === undefined || item.status !== wanted) return false;
  return item.actual_status === wanted || item.actual_status === OTHER_WORDS[wanted];
}

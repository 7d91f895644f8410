const TAG = /^@criticidade-(.+)$/;

/** `alta`, `media` or whatever follows `@criticidade-` among the tags, as people write it; null when no tag says. */
export function criticalityOf(tags: readonly string[]): string | null {
  for (const tag of tags) {
    const [, level] = TAG.exec(tag) ?? [];
    if (level !== undefined) return level === 'media' ? 'média' : level;
  }
  return null;
}

/** True for the tag that says how much depends on a journey. */
export function isCriticality(tag: string): boolean {
  return TAG.test(tag);
}

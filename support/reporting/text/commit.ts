/** As many digits as git itself shows. */
const SHORT = 7;

/** Said after a commit that is not all there was. */
export const UNSAVED = 'com alterações ainda não gravadas';

/** The first digits of a commit, as people say it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, SHORT);
}

/** A web address as a link may have it: without the slash at its end; null for anything but http and https, and for one that bears a user. */
export function webAddress(text: string | null | undefined): string | null {
  const url = text && URL.canParse(text) ? new URL(text) : null;
  return url && ['http:', 'https:'].includes(url.protocol) && !url.username ? url.href.replace(/\/+$/, '') : null;
}

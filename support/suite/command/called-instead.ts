/** Words by which programs say that they reached nobody: an address beside them is one that was called. */
const FAILED_CALL =
  /connect|conex|conect|connrefused|notfound|refused|recus|resolv|time[d ]*out|unreachable|max retries|alcan|no such host|getaddrinfo/i;

const ADDRESSES: readonly RegExp[] = [
  /\b(?<url>https?:\/\/(?:\[[\da-f:]+\]|[\w.-]+)(?::\d{1,5})?)/gi,
  /\bhost='?(?<host>[\w.-]+)'?, port=(?<port>\d{1,5})/g,
  /(?<![\w./:-])(?<host>localhost|\d{1,3}(?:\.\d{1,3}){3}|[\w-]+(?:\.[\w-]+)+)[: ](?:port )?(?<port>\d{2,5})\b/g,
];

/**
 * The address that a program says it could not reach, other than the one that it was told to call.
 * @param printed what it printed, both streams
 * @param own base address that it was told to call
 * @returns null when it speaks of none
 */
export function calledInstead(printed: string, own: string): string | null {
  const { host } = new URL(own);
  for (const line of printed.split('\n').filter((each) => FAILED_CALL.test(each))) {
    for (const pattern of ADDRESSES) {
      for (const { groups = {} } of line.matchAll(pattern)) {
        const address = groups.url ?? `http://${groups.host}:${groups.port}`;
        if (URL.canParse(address) && new URL(address).host !== host) return address;
      }
    }
  }
  return null;
}

/** Completes `a CLI`: `chamou http://localhost:8766, não o endereço que a suíte lhe deu`. */
export function calledInsteadStory(address: string): string {
  return `chamou ${address}, não o endereço que a suíte lhe deu`;
}

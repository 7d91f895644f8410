import http from 'node:http';
import https from 'node:https';

export interface Received {
  readonly status: number;
  readonly body: unknown;
  /** Where a redirection leads. */
  readonly location?: string;
}

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly timeoutMs: number;
  /** When it fires, no reply is waited for any more. */
  readonly signal?: AbortSignal;
}

/** The module that speaks the protocol of `url`. */
export function protocolOf(url: URL): typeof http | typeof https {
  return url.protocol === 'https:' ? https : http;
}

/** No reply of the contract comes near it; whoever walks through a value that is deeper runs out of stack. */
const DEEPEST = 200;

/** Parsed JSON, or the text itself when it is not JSON or too deep, or undefined when there is none. */
export function parseBody(text: string): { value: unknown; isJson: boolean } {
  if (text === '') return { value: undefined, isJson: false };
  if (depthOf(text) > DEEPEST) return { value: text, isJson: false };
  try {
    return { value: JSON.parse(text), isJson: true };
  } catch {
    return { value: text, isJson: false };
  }
}

/** How deep the brackets of a JSON text go, those in its texts aside. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return deepest;
}

/**
 * One request of the suite itself (preparation and clean-up that no command of the CLI does).
 * @throws the system's error (with `code`) when no whole reply came in time.
 */
export function requestJson({ method, url, token, body, timeoutMs, signal }: Sent): Promise<Received> {
  const target = new URL(url);
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const headers: Record<string, string | number> = { accept: 'application/json' };
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (payload !== undefined)
    Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) });
  return new Promise((resolve, reject) => {
    const request = protocolOf(target).request(
      target,
      { method, headers, timeout: timeoutMs, agent: false, signal },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode: status = 0, headers } = response;
          const isRedirection = status >= 300 && status < 400 && headers.location !== undefined;
          const { value: body } = parseBody(Buffer.concat(chunks).toString());
          resolve({ status, body, ...(isRedirection && { location: headers.location }) });
        });
      },
    );
    request.on('timeout', () => request.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    request.on('error', reject);
    request.end(payload);
  });
}

import type { Patience, Try } from './retry';

/** The most of a refusal that is read: only to look for how long to wait. */
const MOST_BODY = 10_000;

/**
 * Sends a JSON body once. Redirections are not followed: nobody but the given address gets to see it.
 * @param url a secret
 */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  patience: Patience,
): Promise<Try> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'dumont-journeys', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience.timeoutMs),
    });
    const { status, ok } = response;
    const again = status === 408 || status === 429 || status >= 500;
    const waitMs = again
      ? (waitIn(response.headers.get('retry-after'), new Date()) ?? waitInBody(await startOf(response)))
      : null;
    if (!again) await response.body?.cancel();
    if (ok) return { ok: true };
    const reason =
      status >= 300 && status < 400 ? `o serviço mandou procurar noutro endereço (${status})` : `o serviço respondeu ${status}`;
    return { ok: false, reason, again, waitMs };
  } catch (error) {
    return { ok: false, reason: reasonOf(error, patience), again: true, waitMs: null };
  }
}

/** Milliseconds a `Retry-After` asks for, in seconds or as a date; null when it asks for nothing that can be understood. */
export function waitIn(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

/** Discord says in the body how many seconds to wait. */
function waitInBody(body: string): number | null {
  try {
    const { retry_after: seconds } = JSON.parse(body) as { retry_after?: unknown };
    return typeof seconds === 'number' && seconds >= 0 ? seconds * 1000 : null;
  } catch {
    return null;
  }
}

async function startOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MOST_BODY) break;
  }
  return text;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'a conexão foi recusada',
  ECONNRESET: 'a conexão caiu',
  ENOTFOUND: 'o servidor não foi encontrado',
  EAI_AGAIN: 'o servidor não foi encontrado',
};

/** Why a connection failed; never the error's own message, which may quote the address. */
export function reasonOf(error: unknown, { timeoutMs }: Patience): string {
  if ((error as Error).name === 'TimeoutError') return `o serviço não respondeu em ${timeoutMs / 1000} s`;
  const { code } = ((error as Error).cause ?? error) as { code?: unknown };
  if (typeof code !== 'string' || !/^\w+$/.test(code)) return 'a conexão falhou';
  return (
    REASONS[code] ??
    (/CERT|TLS|SSL/.test(code) ? `o certificado do servidor não é aceito (${code})` : `a conexão falhou (${code})`)
  );
}

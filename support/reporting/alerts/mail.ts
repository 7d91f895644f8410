import { isIPv4 } from 'node:net';
import type { MailContent } from './channels/email';
import { reasonOf } from './post';
import type { Patience, Try } from './retry';
import type { MailChannel } from './settings';

/** Hands a mail over to the server once. A password only travels encrypted, except to this very machine. */
export async function sendMail(channel: MailChannel, content: MailContent, patience: Patience): Promise<Try> {
  const { createTransport } = await import('nodemailer');
  const { host, port, secure, auth, from, to } = channel;
  const transport = createTransport({
    host,
    port,
    secure,
    ...(auth ? { auth } : {}),
    requireTLS: !secure && auth !== null && !isLoopback(host),
    connectionTimeout: patience.timeoutMs,
    greetingTimeout: patience.timeoutMs,
    socketTimeout: patience.timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from, to: [...to], ...content, headers: { 'Auto-Submitted': 'auto-generated' } });
    return { ok: true };
  } catch (error) {
    return failure(error, patience);
  } finally {
    transport.close();
  }
}

function failure(error: unknown, patience: Patience): Try {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (code === 'EAUTH') return { ok: false, reason: 'o servidor não aceitou usuário e senha', again: false, waitMs: null };
  if (typeof responseCode === 'number') {
    return { ok: false, reason: `o servidor respondeu ${responseCode}`, again: responseCode < 500, waitMs: null };
  }
  if (code === 'ETLS') return { ok: false, reason: 'o servidor não oferece conexão cifrada', again: false, waitMs: null };
  if (code === 'ETIMEDOUT')
    return { ok: false, reason: `o servidor não respondeu em ${patience.timeoutMs / 1000} s`, again: true, waitMs: null };
  return { ok: false, reason: reasonOf(error, patience), again: true, waitMs: null };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

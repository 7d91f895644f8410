import { createHmac } from 'node:crypto';
import type { AlertMessage } from '../message';

/** What a receiver of our own webhook gets, in the shape of Standard Webhooks. */
export interface WebhookPayload {
  type: 'dumont.journeys.changed';
  /** When the run began. */
  timestamp: string;
  data: Omit<AlertMessage, 'at' | 'id'> & { id: string };
}

export function webhookPayload({ at, ...data }: AlertMessage): WebhookPayload {
  return { type: 'dumont.journeys.changed', timestamp: at.toISOString(), data };
}

/**
 * The headers by which a receiver knows who sent the body, and that it was already delivered.
 * @param secrets `whsec_…`; while one replaces another both sign
 * @param now goes into the signature: a receiver refuses what is older than five minutes
 */
export function signedHeaders(id: string, body: string, secrets: readonly string[], now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret, `${id}.${timestamp}.${body}`)}`).join(' '),
  };
}

function signature(secret: string, content: string): string {
  return createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(content)
    .digest('base64');
}

const PREFIX = 'whsec_';

/** True for a secret that can sign: `whsec_` and a key in base64, padded. */
export function isWebhookSecret(text: string): boolean {
  const key = text.slice(PREFIX.length);
  return text.startsWith(PREFIX) && key !== '' && Buffer.from(key, 'base64').toString('base64') === key;
}

import { Webhook } from 'standardwebhooks';
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
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
}

/** True for a text by which can be signed. */
export function isWebhookSecret(text: string): boolean {
  try {
    return Boolean(new Webhook(text)) && text.startsWith('whsec_');
  } catch {
    return false;
  }
}

import { discordPayload } from './channels/discord';
import { mailContent } from './channels/email';
import { slackPayload } from './channels/slack';
import { teamsPayload } from './channels/teams';
import { signedHeaders, webhookPayload } from './channels/webhook';
import { sendMail } from './mail';
import type { AlertMessage } from './message';
import { post } from './post';
import { type Outcome, PATIENCE, type Patience, withRetries } from './retry';
import { CHANNELS, type Channel } from './settings';

/** How the delivery to a channel ended. */
export interface Delivery {
  channel: Channel;
  /** Null when it arrived, else a piece of a Portuguese sentence without address or key. */
  failure: Outcome;
}

/** Sends the message to all channels at once, and waits for all of them. Never throws for a channel that fails. */
export function deliver(message: AlertMessage, channels: readonly Channel[], patience: Patience = PATIENCE): Promise<Delivery[]> {
  return Promise.all(channels.map(async (channel) => ({ channel, failure: await deliverTo(channel, message, patience) })));
}

/** What would go to a channel: the body of the request, or the parts of the mail. */
export function payloadFor({ kind }: Channel, message: AlertMessage): object {
  switch (kind) {
    case 'slack':
      return slackPayload(message);
    case 'teams':
      return teamsPayload(message);
    case 'discord':
      return discordPayload(message);
    case 'webhook':
      return webhookPayload(message);
    case 'email':
      return mailContent(message);
  }
}

/** One sentence about a delivery that failed. */
export function failureSentence({ channel, failure }: Delivery): string {
  const { name, variable } = CHANNELS[channel.kind];
  return `O alerta não chegou por ${name}: ${failure}; confira ${variable}.`;
}

function deliverTo(channel: Channel, message: AlertMessage, patience: Patience): Promise<Outcome> {
  if (channel.kind === 'email') return withRetries(() => sendMail(channel, mailContent(message), patience), patience);
  const body = JSON.stringify(payloadFor(channel, message));
  const headers = (): Record<string, string> =>
    channel.kind === 'webhook' ? signedHeaders(message.id, body, channel.secrets, new Date()) : {};
  return withRetries(() => post(channel.url, body, headers(), patience), patience);
}

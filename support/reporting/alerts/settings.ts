import { Misuse } from '../../shared/command-line';
import type { Environment } from '../../shared/environment';
import { isWebhookSecret } from './channels/webhook';

/** Where alerts go. Addresses and keys in it are secrets: they are sent to, and never shown. */
export type Channel = HookChannel | SignedChannel | MailChannel;

export interface HookChannel {
  kind: 'slack' | 'teams' | 'discord';
  url: string;
}

export interface SignedChannel {
  kind: 'webhook';
  url: string;
  secrets: readonly string[];
}

export interface MailChannel {
  kind: 'email';
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS when the server offers it. */
  secure: boolean;
  auth: { user: string; pass: string } | null;
  from: string;
  to: readonly string[];
}

export interface AlertSettings {
  channels: readonly Channel[];
  /** After how many failing runs a failure is told again. */
  reminder: number;
  /** Where the documentation is published, with a trailing slash; null when nobody said. */
  docsUrl: string | null;
}

/** What each channel is called, and the variable that its address is in. */
export const CHANNELS = {
  slack: { name: 'Slack', variable: 'DUMONT_ALERT_SLACK' },
  teams: { name: 'Microsoft Teams', variable: 'DUMONT_ALERT_TEAMS' },
  discord: { name: 'Discord', variable: 'DUMONT_ALERT_DISCORD' },
  webhook: { name: 'webhook', variable: 'DUMONT_ALERT_WEBHOOK' },
  email: { name: 'e-mail', variable: 'DUMONT_ALERT_SMTP' },
} as const satisfies Record<Channel['kind'], { name: string; variable: string }>;

const DEFAULT_REMINDER = 5;

type Read = (name: string) => string | undefined;

/**
 * Reads what alerts need from the environment, and from nowhere else: a file with these secrets would be copied into reports one day.
 * @throws Misuse when a variable cannot be used
 */
export function readAlertSettings(env: Environment): AlertSettings {
  const read: Read = (name) => env[name]?.trim() || undefined;
  const hooks = (['slack', 'teams', 'discord'] as const).flatMap((kind): Channel[] => {
    const { variable } = CHANNELS[kind];
    const value = read(variable);
    return value === undefined ? [] : [{ kind, url: hookAddress(variable, value) }];
  });
  return {
    channels: [...hooks, ...signedChannel(read), ...mailChannel(read)],
    reminder: wholeNumber('DUMONT_ALERT_REMINDER', read('DUMONT_ALERT_REMINDER')) ?? DEFAULT_REMINDER,
    docsUrl: docsAddress(read('DUMONT_DOCS_URL')),
  };
}

function hookAddress(variable: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new Misuse(`${variable} não é um endereço http ou https; copie-o inteiro de onde o serviço o mostra.`);
  }
  if (url.username || url.password) throw new Misuse(`${variable} não pode levar usuário nem senha no endereço; tire-os de lá.`);
  return url.href;
}

function signedChannel(read: Read): SignedChannel[] {
  const [value, secret] = [read('DUMONT_ALERT_WEBHOOK'), read('DUMONT_ALERT_WEBHOOK_SECRET')];
  if (value === undefined && secret === undefined) return [];
  if (value === undefined)
    throw new Misuse('DUMONT_ALERT_WEBHOOK_SECRET sem DUMONT_ALERT_WEBHOOK não serve para nada; dê o endereço.');
  const secrets = secret?.split(/\s+/) ?? [];
  if (secrets.length === 0) {
    throw new Misuse('DUMONT_ALERT_WEBHOOK pede DUMONT_ALERT_WEBHOOK_SECRET, a chave "whsec_..." com que a mensagem é assinada.');
  }
  if (!secrets.every(isWebhookSecret)) {
    throw new Misuse('DUMONT_ALERT_WEBHOOK_SECRET não é uma chave "whsec_..." em base64; várias se separam por espaço.');
  }
  return [{ kind: 'webhook', url: hookAddress('DUMONT_ALERT_WEBHOOK', value), secrets }];
}

function mailChannel(read: Read): MailChannel[] {
  const server = read('DUMONT_ALERT_SMTP');
  const [from, to] = ['DUMONT_ALERT_EMAIL_FROM', 'DUMONT_ALERT_EMAIL_TO'].map((name) => {
    const value = read(name);
    if (server !== undefined && value === undefined)
      throw new Misuse(`DUMONT_ALERT_SMTP pede ${name}; diga o endereço de e-mail.`);
    if (server === undefined && value !== undefined)
      throw new Misuse(`${name} sem DUMONT_ALERT_SMTP não serve para nada; dê o servidor.`);
    return value === undefined ? [] : mailAddresses(name, value);
  });
  if (server === undefined || !from || !to) return [];
  if (from.length !== 1) throw new Misuse('DUMONT_ALERT_EMAIL_FROM deve ter um endereço de e-mail só.');
  return [{ kind: 'email', ...mailServer(server), from: from[0] ?? '', to }];
}

function mailAddresses(name: string, value: string): string[] {
  const addresses = value.split(',').map((address) => address.trim());
  if (addresses.every((address) => /^(?:[^<>\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u.test(address)))
    return addresses;
  throw new Misuse(
    `${name} não tem só endereços de e-mail; escreva, por exemplo, equipe@exemplo.com, e separe vários por vírgula.`,
  );
}

function mailServer(value: string): Pick<MailChannel, 'host' | 'port' | 'secure' | 'auth'> {
  const url = URL.canParse(value) ? new URL(value) : null;
  const [user, pass] = [decoded(url?.username), decoded(url?.password)];
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '' || user === null || pass === null) {
    throw new Misuse(
      'DUMONT_ALERT_SMTP não é um endereço smtp ou smtps; escreva smtps://usuario:senha@servidor:465, com os símbolos da senha em %XX.',
    );
  }
  const secure = url.protocol === 'smtps:';
  const auth = user === '' ? null : { user, pass };
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || (secure ? 465 : 587), secure, auth };
}

function decoded(text: string | undefined): string | null {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return null;
  }
}

function docsAddress(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
    throw new Misuse(
      'DUMONT_DOCS_URL não é um endereço http ou https; escreva, por exemplo, https://exemplo.github.io/jornadas/documentacao/.',
    );
  }
  if (!/\.html?$|\/$/.test(url.pathname)) url.pathname += '/';
  return url.href;
}

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(value))
    throw new Misuse(`${name}="${value}" não é um número inteiro maior que zero; escreva, por exemplo, 5.`);
  return Number(value);
}

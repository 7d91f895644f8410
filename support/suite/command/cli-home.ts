import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where some generations of the CLI look for the address of the API and for their key. */
const CONFIG_FILE = path.join('.dumont', 'config.json');

/** What a CLI that has no other way learns from its configuration file. */
export interface CliConfiguration {
  readonly apiUrl: string;
  /** undefined: the file says nothing of a key. */
  readonly apiKey: string | undefined;
}

/** Writes the configuration file of the CLI into the scenario's HOME. */
export function configureCli(home: string, { apiUrl, apiKey }: CliConfiguration): void {
  const file = path.join(home, CONFIG_FILE);
  mkdirSync(path.dirname(file), { mode: 0o700 });
  writeFileSync(file, `${JSON.stringify({ api_url: apiUrl, api_key: apiKey }, null, 2)}\n`, { mode: 0o600 });
}

/** The key for the configuration file. The sandbox knows no keys: one of its name passes a CLI that asks for one. */
export function apiKeyFor(
  cli: { readonly environment: Readonly<Record<string, string>> },
  target: { readonly kind: 'sandbox' | 'deployment' },
): string | undefined {
  return cli.environment.DUMONT_API_KEY ?? (target.kind === 'sandbox' ? 'sandbox' : undefined);
}

/** The real place of a path written as `~/.dumont_token`: in the scenario's own HOME. @throws Error when it is written otherwise */
export function pathInHome(written: string, home: string): string {
  const rest = written.startsWith('~/') ? written.slice(2) : '';
  const file = path.resolve(home, rest);
  if (rest === '' || !file.startsWith(home + path.sep)) {
    throw new Error(`não sei onde fica "${written}": escreva o caminho a partir da pasta do usuário, como "~/.dumont_token".`);
  }
  return file;
}

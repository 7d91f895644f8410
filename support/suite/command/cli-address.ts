import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// The address that a CLI is to call reaches it by every way that a generation of it knows: variables, its own options, a configuration file.

/** By its environment. */
export function addressInEnvironment(apiUrl: string): Record<string, string> {
  return {
    DUMONT_API_URL: apiUrl, // the recording proxy, which forwards to the target
    DUMONT_BASE_URL: apiUrl, // the document's name for the same
  };
}

/** By the words that the user wants before those of every command, in which `{url}` stands for it. */
export function addressInArguments(words: readonly string[], apiUrl: string): string[] {
  return words.map((word) => word.replaceAll('{url}', apiUrl));
}

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

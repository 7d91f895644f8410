import type { Command } from '../../contract/commands/command';
import { CommandMisuse } from '../../contract/commands/misuse';
import { type Invocation, parse } from '../../contract/commands/parse';
import { environment } from '../../shared/environment';
import { details, overview } from './help';
import { type HttpReply, send, Unreachable } from './http';
import { say } from './output';
import { toRequest } from './request';
import { type Hidden, maskedJson, maskedText } from './secrets';
import { readToken, removeToken, saveToken } from './token';
import { UsageError, usageErrorOf } from './usage-error';

/** Put in place by the bundler (bundle.ts): the commands of the contract, and the version of the package. */
declare const EMBEDDED_COMMANDS: readonly Command[];
declare const EMBEDDED_VERSION: string;

const DEFAULT_URL = 'http://localhost:8767';
const BODY_UNSHOWN = [204, 401, 404];
const EXIT = { success: 0, failure: 1, usage: 2 } as const;

function baseUrl(): URL {
  const text = environment().DUMONT_API_URL || DEFAULT_URL;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UsageError('DUMONT_API_URL is not an http:// or https:// URL.');
}

const parsed = (text: string): { json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

function showBody(text: string, hidden: Hidden): void {
  const body = parsed(text);
  if (body) say(maskedJson(body.json, hidden));
  else if (text === '') say('(the reply has no body)');
  else say(`${maskedText(text, hidden)}\n(the reply is not JSON: is DUMONT_API_URL the address of a Dumont API?)`);
}

function show({ status, text }: HttpReply, succeeded: boolean, hidden: Hidden): void {
  if (status === 401) say('❌ Unauthorized. Please login first: dumont auth login <email> <password>');
  else say(succeeded ? `✅ Success (${status})` : `❌ Error (${status})`);
  if (!BODY_UNSHOWN.includes(status)) showBody(text, hidden);
}

/** Opens or closes the session on this machine, as a successful reply of the operation asks. Returns whether that worked. */
function keepSession({ session }: Command, text: string): boolean {
  try {
    if (session === 'closes') removeToken();
    if (session !== 'opens') return true;
    const token = (parsed(text)?.json as { token?: unknown } | null | undefined)?.token;
    if (typeof token === 'string' && token !== '') {
      saveToken(token);
      return true;
    }
    say('❌ The reply has no token: no session was opened.');
  } catch (error) {
    say(`❌ Cannot change ~/.dumont_token: ${(error as NodeJS.ErrnoException).code}`);
  }
  return false;
}

async function run(invocation: Invocation): Promise<number> {
  const base = baseUrl();
  const request = toRequest(invocation);
  const token = readToken();
  const { command, given } = invocation;
  say(`🔄 ${request.method} ${request.path}`);
  const reply = await send(base, request, token);
  const succeeded = reply.status >= 200 && reply.status < 300;
  const typed = given.flatMap(({ field, text }) => (field.secret && !succeeded ? [text] : []));
  show(reply, succeeded, { names: command.secrets, values: token === undefined ? typed : [token, ...typed] });
  return succeeded && keepSession(command, reply.text) ? EXIT.success : EXIT.failure;
}

async function main(argv: string[]): Promise<number> {
  try {
    const request = parse(argv, EMBEDDED_COMMANDS);
    if (request.kind === 'run') return await run(request.invocation);
    if (request.kind === 'version') say(`dumont ${EMBEDDED_VERSION}`);
    else say(request.commands ? details(request.commands) : overview(EMBEDDED_COMMANDS, EMBEDDED_VERSION, DEFAULT_URL));
    return EXIT.success;
  } catch (thrown) {
    const error = thrown instanceof CommandMisuse ? usageErrorOf(thrown.misuse) : thrown;
    if (error instanceof UsageError) {
      say([`❌ ${error.message}`, ...error.advice.map((line) => `   ${line}`)].join('\n'));
      return EXIT.usage;
    }
    if (!(error instanceof Unreachable)) throw error;
    const { origin, pathname } = baseUrl();
    say(`❌ Cannot reach ${origin}${pathname.replace(/\/+$/, '')}: ${error.message}`);
    return EXIT.failure;
  }
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

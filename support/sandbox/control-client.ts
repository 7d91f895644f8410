import { request } from 'node:http';
import type { Control } from './control';

/**
 * The control channel of a sandbox that stands alone.
 * @param urlWithKey what the sandbox prints as DUMONT_SANDBOX_CONTROL: `http://127.0.0.1:<port>/#<key>`
 * @returns the same interface as in process; a call rejects when the sandbox refuses it or cannot be reached
 */
export function connectControl(urlWithKey: string): Control {
  const url = new URL(urlWithKey);
  const call =
    <Name extends keyof Control>(name: Name) =>
    (...values: Parameters<Control[Name]>) =>
      post(new URL(name, url), url.hash.slice(1), values) as ReturnType<Control[Name]>;
  return {
    createUser: call('createUser'),
    removeUser: call('removeUser'),
    setRequirement: call('setRequirement'),
    expiredToken: call('expiredToken'),
    writeFile: call('writeFile'),
    deleteFile: call('deleteFile'),
    volumeManifest: call('volumeManifest'),
    snapshotManifest: call('snapshotManifest'),
    passTime: call('passTime'),
    stopTime: call('stopTime'),
    holdNextJob: call('holdNextJob'),
    finishJob: call('finishJob'),
    setDependency: call('setDependency'),
    failMigration: call('failMigration'),
  };
}

function post(url: URL, key: string, values: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const outgoing = request(url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(resultOf(text));
        } catch (error) {
          reject(error);
        }
      });
    });
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify(values));
  });
}

function resultOf(text: string): unknown {
  const { result, error } = JSON.parse(text) as { result?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return result ?? undefined;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder cucumber-html-reporter takes as `templateDir`. */
export const TEMPLATES = path.resolve(__dirname, 'templates');

export interface Assets {
  policy: string;
  sheets: string[];
}

/** The page's own style and script, and the Content-Security-Policy under which nothing else can load or run: they are known by hash. */
export function readAssets(): Assets {
  const sheets = ['journey.css', 'print.css'].map(read);
  const directives = [
    `default-src 'none'`,
    `style-src ${[read('style.css'), ...sheets].map(hash).join(' ')}`,
    `script-src ${hash(read('script.js'))}`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ];
  return { policy: directives.join('; '), sheets };
}

/** As the HTML parser will see it: with plain line breaks. */
function read(file: string): string {
  return readFileSync(path.join(TEMPLATES, file), 'utf8').replaceAll('\r\n', '\n');
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

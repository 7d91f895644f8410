import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../testing/temporary-folder';
import { BrowserMissing, findBrowser, usualPlaces } from './browser';

describe('where a browser is looked for', () => {
  const folder = temporaryFolder('browsers');
  const program = (name: string, mode = 0o755): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    chmodSync(file, mode);
    return file;
  };
  const chosen = program('chosen');
  const system = program('bin/google-chrome');
  program('plain/chromium', 0o644);
  mkdirSync(path.join(folder, 'odd/chromium'), { recursive: true });

  test('CHROME_PATH comes first, and where it is wrong nothing else is taken', () => {
    assert.deepEqual(findBrowser({ CHROME_PATH: chosen }, [system]), { executable: chosen, env: {} });
    assert.throws(
      () => findBrowser({ CHROME_PATH: '/nonexistent/chrome' }, [system]),
      new BrowserMissing('CHROME_PATH="/nonexistent/chrome" não é um programa que se possa executar'),
    );
  });

  test('then what the system has on its PATH and can execute', () => {
    const PATH = ['plain', 'odd', 'bin'].map((name) => path.join(folder, name)).join(path.delimiter);
    assert.deepEqual(findBrowser({ PATH, CHROME_PATH: '' }), { executable: system, env: {} });
  });

  test('the usual places of each system', () => {
    const linux = usualPlaces('linux', { PATH: '/home/ana/bin' });
    assert.equal(linux[0], '/home/ana/bin/chromium');
    for (const file of ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium', '/opt/microsoft/msedge/msedge']) {
      assert.ok(linux.includes(file), file);
    }
    const mac = usualPlaces('darwin', { HOME: '/Users/ana' });
    assert.ok(mac.includes('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'));
    assert.ok(mac.includes('/Users/ana/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'));
    const windows = usualPlaces('win32', {
      Path: 'C:\\bin',
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    });
    assert.equal(windows[0], 'C:\\bin\\chromium.exe');
    assert.ok(windows.includes('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'));
  });
});

const isPackaged = process.platform === 'linux' && process.arch === 'x64' && existsSync('node_modules/@sparticuz/chromium');

test('where the system has none, the one that npm brings starts', {
  skip: !isPackaged && 'the package is optional and for Linux x64',
}, () => {
  const { executable, env } = findBrowser({}, []);
  const { stdout, status } = spawnSync(executable, ['--version'], { env, encoding: 'utf8' });
  assert.equal(status, 0);
  assert.match(stdout, /Chromium \d+/);
  assert.deepEqual(findBrowser({}, []), { executable, env }, 'it is unpacked once');
});

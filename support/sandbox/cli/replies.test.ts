import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setUp, type Workbench } from './testing/workbench';

let bench: Workbench;
before(async () => {
  bench = await setUp();
});
after(() => bench.close());

interface Shown {
  code: number | null;
  /** What follows the request line. */
  lines: string[];
}

async function showing(status: number, body: string, argv = ['instance', 'list'], type = 'application/json'): Promise<Shown> {
  bench.api.reply = { status, body, type };
  const { code, stdout, stderr } = await bench.dumont(argv);
  assert.equal(stderr, '');
  const [request, ...lines] = stdout.split('\n');
  assert.match(request ?? '', /^🔄 [A-Z]+ \/\S+$/);
  return { code, lines };
}

const indented = (body: unknown): string[] => [...JSON.stringify(body, null, 2).split('\n'), ''];

describe('a reply', () => {
  test('of success shows its status and the body, indented by 2', async () => {
    const body = { instances: [{ id: 1, label: 'ação' }], count: 1, next: null };
    const { code, lines } = await showing(201, JSON.stringify(body));
    assert.deepEqual({ code, lines }, { code: 0, lines: ['✅ Success (201)', ...indented(body)] });
  });

  test('of error shows its status and the body, and exits 1', async () => {
    for (const status of [302, 400, 402, 409, 422, 500, 503]) {
      const body = { error: 'Validation error', details: [{ loc: ['body', 'disk_size'], input: 5 }] };
      const { code, lines } = await showing(status, JSON.stringify(body));
      assert.deepEqual({ code, lines }, { code: 1, lines: [`❌ Error (${status})`, ...indented(body)] });
    }
  });

  test('401 tells to log in, without its body', async () => {
    const { code, lines } = await showing(401, '{"error":"Not authenticated"}');
    const advice = '❌ Unauthorized. Please login first: dumont auth login <email> <password>';
    assert.deepEqual({ code, lines }, { code: 1, lines: [advice, ''] });
  });

  test('404 shows no body', async () => {
    const { code, lines } = await showing(404, '{"error":"Instance 5 not found"}', ['instance', 'get', '5']);
    assert.deepEqual({ code, lines }, { code: 1, lines: ['❌ Error (404)', ''] });
  });

  test('204 has no body to show', async () => {
    const { code, lines } = await showing(204, '');
    assert.deepEqual({ code, lines }, { code: 0, lines: ['✅ Success (204)', ''] });
  });

  test('in HTML is shown as it came, with a hint', async () => {
    const html = '<!doctype html>\n<title>Olá</title>';
    for (const [status, line, exit] of [
      [200, '✅ Success (200)', 0],
      [502, '❌ Error (502)', 1],
    ] as const) {
      const { code, lines } = await showing(status, html, undefined, 'text/html');
      assert.deepEqual([code, ...lines.slice(0, 3)], [exit, line, ...html.split('\n')]);
      assert.match(lines[3] ?? '', /not JSON: is DUMONT_API_URL the address of a Dumont API\?/);
    }
  });

  test('without a body where one is due says so', async () => {
    const { code, lines } = await showing(200, '');
    assert.deepEqual({ code, lines }, { code: 0, lines: ['✅ Success (200)', '(the reply has no body)', ''] });
  });

  test('much larger than a pipe arrives whole', async () => {
    const body = { items: Array.from({ length: 20_000 }, (_, id) => ({ id, label: 'ç'.repeat(20) })) };
    const { code, lines } = await showing(200, JSON.stringify(body));
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(lines.slice(1).join('\n')), body);
  });
});

describe('secrets', () => {
  const SETTINGS = ['setting', 'list'];
  const settings = { vast_api_key: 'va-1234567890', settings: { restic_password: 'r3stic', gcp_credentials: { key: 'pem' } } };

  test('are masked at every depth, and the rest is left alone', async () => {
    const body = { ...settings, settings: { ...settings.settings, restic_repo: 's3:bucket', r2_access_key: null } };
    const { lines } = await showing(200, JSON.stringify(body), SETTINGS);
    const expected = {
      vast_api_key: '***',
      settings: { restic_password: '***', gcp_credentials: '***', restic_repo: 's3:bucket', r2_access_key: null },
    };
    assert.deepEqual(JSON.parse(lines.slice(1).join('\n')), expected);
  });

  test('are masked in a reply cut short', async () => {
    const whole = JSON.stringify(settings);
    for (let length = 1; length < whole.length; length++) {
      if (length % 7) continue;
      const { lines } = await showing(200, whole.slice(0, length), SETTINGS);
      assert.doesNotMatch(lines.join('\n'), /va-|r3|pem/, `cut after ${length}`);
    }
  });

  test('that were typed are masked where an error gives them back', async () => {
    const details = [{ type: 'missing', loc: ['body'], msg: 'Field required', input: { username: 'u', password: 'pa55' } }];
    const echoed = { error: 'Validation error', details: [...details, { loc: ['body', 'password'], input: 'pa55' }] };
    const { code, lines } = await showing(422, JSON.stringify(echoed), ['auth', 'login', 'u', 'pa55']);
    assert.equal(code, 1);
    assert.doesNotMatch(lines.join('\n'), /pa55/);
    assert.match(lines.join('\n'), /"password": "\*\*\*"[\s\S]*"input": "\*\*\*"/);
  });

  test('the session token is masked wherever it stands', async () => {
    bench.saveToken('eyJ.session.token');
    for (const [body, type] of [
      ['{"debug":"eyJ.session.token"}', 'application/json'],
      ['<p>eyJ.session.token</p>', 'text/html'],
    ] as const) {
      const { lines } = await showing(500, body, undefined, type);
      assert.doesNotMatch(lines.join('\n'), /eyJ/);
    }
  });
});

describe('no reply', () => {
  const unreachable = async (url: string): Promise<{ code: number | null; line: string | undefined }> => {
    const { code, stdout, stderr } = await bench.dumont(['instance', 'list'], { DUMONT_API_URL: url });
    const [request, line, ...rest] = stdout.split('\n');
    assert.deepEqual({ stderr, request, rest }, { stderr: '', request: '🔄 GET /api/v1/instances', rest: [''] });
    return { code, line };
  };

  /** A TCP server that says `text` to whoever connects, and hangs up. */
  const rude = async (text: string, use: (url: string) => Promise<void>): Promise<void> => {
    const server = createServer((socket) => socket.once('data', () => socket.end(text)).on('error', () => {}));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.close();
    }
  };

  test('for nobody listens: one line that names the address and the reason', async () => {
    let free = '';
    await rude('', async (url) => {
      free = url;
    });
    const { code, line } = await unreachable(`${free}/`);
    assert.deepEqual({ code, line }, { code: 1, line: `❌ Cannot reach ${free}: connection refused (ECONNREFUSED)` });
    const byName = free.replace('127.0.0.1', 'localhost');
    assert.equal((await unreachable(byName)).line, `❌ Cannot reach ${byName}: connection refused (ECONNREFUSED)`);
  });

  test('for the connection was closed, before or within the reply', async () => {
    for (const text of ['', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"count":']) {
      await rude(text, async (url) => {
        const { code, line } = await unreachable(url);
        assert.equal(code, 1);
        assert.equal(line, `❌ Cannot reach ${url}: the connection was closed before the reply was complete (ECONNRESET)`);
      });
    }
  });

  test('that is HTTP', async () => {
    await rude('SSH-2.0-OpenSSH_9.6\r\n', async (url) => {
      const { code, line } = await unreachable(url);
      assert.equal(code, 1);
      assert.match(line ?? '', /^❌ Cannot reach \S+: Parse Error/);
    });
  });

  test('over TLS', async () => {
    await rude('HTTP/1.1 400 Bad Request\r\n\r\n', async (url) => {
      const secure = url.replace('http:', 'https:');
      const line = `❌ Cannot reach ${secure}: no TLS connection could be made (EPROTO)`;
      assert.deepEqual(await unreachable(secure), { code: 1, line });
    });
  });

  test('never shows the credentials of an address', async () => {
    await rude('', async (url) => {
      const { line } = await unreachable(url.replace('//', '//someone:s3cret@'));
      assert.doesNotMatch(line ?? '', /s3cret|someone/);
    });
  });
});

test('the address may end in slashes and have a path', async () => {
  bench.api.reply = { status: 200, body: '{}' };
  for (const [suffix, path] of [
    ['/', '/health'],
    ['//', '/health'],
    ['/dumont/', '/dumont/health'],
  ] as const) {
    bench.api.received = [];
    const { code } = await bench.dumont(['health', 'list'], { DUMONT_API_URL: bench.api.url + suffix });
    assert.deepEqual([code, bench.api.received[0]?.path], [0, path]);
  }
});

test('a reader slower than the CLI misses nothing', async () => {
  const items = Array(100_000).fill('padding');
  bench.api.reply = { status: 200, body: JSON.stringify({ items }) };
  const stdout = await bench.dumontNonBlocking(['instance', 'list']);
  assert.deepEqual(JSON.parse(stdout.slice(stdout.indexOf('{'))), { items });
});

test('a reader that goes away is no error', async () => {
  bench.api.reply = { status: 200, body: JSON.stringify({ items: Array(50_000).fill('padding') }) };
  const { code, stderr } = await bench.dumontUnread(['instance', 'list']);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
});

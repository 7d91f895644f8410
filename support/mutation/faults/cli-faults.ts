import { edit, cliFault as fault, grammarEdit } from './building';
import type { SourceFault } from './fault';

const EXIT_CODE = 'return succeeded && keepSession(command, reply.text) ? EXIT.success : EXIT.failure;';
const PRINTED_BODY = 'if (body) say(maskedJson(body.json, hidden));';

/** The faults of the embedded CLI; put one in place with `buildFaultyCli`. */
export const CLI_FAULTS: readonly SourceFault[] = [
  fault(
    'error-exits-with-zero',
    [1, 2],
    'a CLI termina com o código 0 quando a API responde um erro',
    edit('cli/main.ts', EXIT_CODE, 'return succeeded && !keepSession(command, reply.text) ? EXIT.failure : EXIT.success;'),
  ),
  fault(
    'success-exits-with-one',
    [1, 2],
    'a CLI termina com o código 1 quando a API responde sucesso',
    edit('cli/main.ts', EXIT_CODE, 'return succeeded && keepSession(command, reply.text) ? EXIT.failure : EXIT.failure;'),
  ),
  fault(
    'exit-code-turned-round',
    [1, 2],
    'a CLI troca os códigos: 1 no sucesso, 0 no erro',
    edit('cli/main.ts', EXIT_CODE, 'return succeeded && keepSession(command, reply.text) ? EXIT.failure : EXIT.success;'),
  ),
  fault(
    'wrong-usage-exits-with-one',
    [2, 1],
    'um comando mal escrito termina com o código 1 em vez de 2',
    edit('cli/main.ts', 'return EXIT.usage;', 'return EXIT.failure;'),
  ),
  fault(
    'silence',
    [1, 2],
    'a CLI não mostra nada',
    edit('cli/output.ts', 'let rest = Buffer.from(', "let rest = Buffer.from('') ?? ("),
  ),
  fault(
    'success-without-body',
    [2, 1],
    'a CLI diz que deu certo, mas não mostra a resposta',
    edit(
      'cli/main.ts',
      'if (!BODY_UNSHOWN.includes(status)) showBody',
      'if (!succeeded && !BODY_UNSHOWN.includes(status)) showBody',
    ),
  ),
  fault(
    'json-cut-short',
    [2, 6],
    'a CLI mostra o JSON pela metade',
    edit('cli/main.ts', PRINTED_BODY, 'if (body) say(maskedJson(body.json, hidden).slice(0, -2));'),
  ),
  fault(
    'only-some-fields',
    [2, 6],
    'a CLI mostra só os três primeiros campos da resposta',
    edit(
      'cli/main.ts',
      PRINTED_BODY,
      'if (body) say(maskedJson(Object.fromEntries(Object.entries(body.json as object).slice(0, 3)), hidden));',
    ),
  ),
  fault(
    'only-the-first-item',
    [2, 6],
    'a CLI mostra só o primeiro item de cada lista',
    edit(
      'cli/secrets.ts',
      'if (value === null) return null;',
      'if (value === null) return null;\n    if (Array.isArray(value)) return value.slice(0, 1);',
    ),
  ),
  fault(
    'rounded-numbers',
    [2, 7],
    'a CLI arredonda os valores que mostra para uma casa decimal',
    edit(
      'cli/secrets.ts',
      'if (value === null) return null;',
      "if (value === null) return null;\n    if (typeof value === 'number') return Math.round(value * 10) / 10;",
    ),
  ),
  fault(
    'error-text-not-shown',
    [2, 3],
    'a CLI não mostra o que a API disse do erro, só o código',
    edit(
      'cli/main.ts',
      'if (!BODY_UNSHOWN.includes(status)) showBody',
      'if (succeeded && !BODY_UNSHOWN.includes(status)) showBody',
    ),
  ),
  fault(
    'error-looks-like-success',
    [2, 3],
    'a CLI anuncia sucesso quando a API responde um erro',
    edit('cli/main.ts', ': `❌ Error (', ': `✅ Success ('),
  ),
  fault(
    'unauthorized-without-advice',
    [1],
    'sem sessão, a CLI não diz que é preciso entrar',
    edit('cli/main.ts', 'if (status === 401) say(', 'if (status === 499) say('),
  ),
  fault('token-not-saved', [1], 'o login não salva o token', edit('cli/main.ts', '      saveToken(token);\n', '')),
  fault(
    'token-saved-elsewhere',
    [1],
    'o token é salvo em outro arquivo',
    edit('cli/token.ts', "'.dumont_token'", "'.dumont-token'"),
  ),
  fault(
    'token-readable-by-all',
    [1],
    'o token salvo pode ser lido por qualquer usuário da máquina',
    edit('cli/token.ts', '0o600', '0o644'),
  ),
  fault(
    'token-cut-short',
    [1],
    'o token salvo perde o último caractere',
    edit('cli/token.ts', 'writeSync(descriptor, token);', 'writeSync(descriptor, token.slice(0, -1));'),
  ),
  fault(
    'token-kept-at-logout',
    [1],
    'sair não apaga o token da máquina',
    edit('cli/main.ts', "    if (session === 'closes') removeToken();\n", ''),
  ),
  fault(
    'token-printed',
    [1],
    'o login mostra o token na tela',
    edit('cli/secrets.ts', 'names.includes(key) || (', "(names.includes(key) && key !== 'token') || ("),
  ),
  fault(
    'settings-secrets-printed',
    [1],
    'a consulta das configurações mostra os campos secretos',
    edit('cli/secrets.ts', 'names.includes(key) || (', "(names.includes(key) && key === 'token') || ("),
  ),
  fault(
    'password-printed',
    [1],
    'o login mostra a senha na tela',
    edit(
      'cli/main.ts',
      '  const reply = await send(base, request, token);\n',
      '  if (request.body) say(JSON.stringify(request.body));\n  const reply = await send(base, request, token);\n',
    ),
  ),
  fault(
    'write-sent-twice',
    [2, 3],
    'um comando que cria algo manda o pedido duas vezes',
    edit(
      'cli/main.ts',
      '  const reply = await send(base, request, token);\n',
      "  const reply = await send(base, request, token);\n  if (request.method === 'POST') await send(base, request, token);\n",
    ),
  ),
  fault(
    'refused-write-sent-again',
    [2, 3],
    'um pedido recusado é mandado de novo',
    edit(
      'cli/main.ts',
      '  const reply = await send(base, request, token);\n',
      '  let reply = await send(base, request, token);\n  if (reply.status >= 400) reply = await send(base, request, token);\n',
    ),
  ),
  fault(
    'query-dropped',
    [2, 6],
    'os filtros digitados não chegam à API',
    grammarEdit('request.ts', 'query: pairs.length ?', 'query: pairs.length > 99 ?'),
  ),
  fault(
    'only-the-first-key',
    [2, 4],
    'de vários chave=valor, só o primeiro é enviado',
    grammarEdit(
      'parse.ts',
      'const given = [...bindPairs(command, typed), ...',
      'const given = [...bindPairs(command, typed).slice(0, 1), ...',
    ),
  ),
  fault(
    'body-sent-as-query',
    [1, 2],
    'os dados de quem cria vão no endereço, e não no corpo do pedido',
    grammarEdit(
      'request.ts',
      "else if (place === 'body') body[name] = read.value;",
      "else if (place === 'body') query[name] = Array.isArray(read.value) ? read.value.map(String) : String(read.value);",
    ),
  ),
  fault(
    'numbers-sent-as-text',
    [2, 3],
    'os números do corpo do pedido vão como texto',
    grammarEdit('request.ts', 'body[name] = read.value;', "body[name] = typeof read.value === 'number' ? text : read.value;"),
  ),
  fault(
    'false-sent-as-true',
    [4, 9],
    'quem escreve false manda true',
    grammarEdit('values.ts', "text === 'false' ? false : undefined", "text === 'false' ? true : undefined"),
  ),
  fault(
    'decimals-cut-off',
    [2, 8],
    'um número com casas decimais é mandado sem elas',
    grammarEdit(
      'values.ts',
      'return Number.isFinite(value) ? value : undefined;',
      'return Number.isFinite(value) ? Math.trunc(value) : undefined;',
    ),
    grammarEdit(
      'request.ts',
      'read.value.map(String) : text;',
      "read.value.map(String) : typeof read.value === 'number' ? String(read.value) : text;",
    ),
  ),
  fault(
    'accents-break-the-request',
    [2, 3],
    'um nome com acento chega cortado à API',
    edit('cli/http.ts', "'content-length': payload.length", "'content-length': payload.toString().length"),
  ),
  fault(
    'unknown-keys-ignored',
    [2],
    'uma chave que não existe é ignorada em vez de recusada',
    grammarEdit(
      'parse.ts',
      '  return pairs.map(({ key, text, word }, at) => {',
      '  return pairs.filter(({ key }) => known.some(({ name }) => name === key)).map(({ key, text, word }, at) => {',
    ),
  ),
  fault(
    'wrong-authorization-scheme',
    [1, 2],
    'o token vai num cabeçalho que a API não entende',
    edit('cli/http.ts', 'authorization: `Bearer ', 'authorization: `Token '),
  ),
  fault(
    'dockerfile-not-sent',
    [8],
    'a análise do projeto não manda o Dockerfile',
    edit('cli/request.ts', 'projectFiles(files.names)', "projectFiles(files.names.filter((name) => name !== 'Dockerfile'))"),
  ),
];

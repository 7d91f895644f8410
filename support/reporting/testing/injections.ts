/** Text that would do harm if any of it reached the page, or the terminal, as anything but text. */
export const IMG = '<img src=x onerror="window.hacked=1">';
export const SCRIPT = '</pre></style></script><script>window.hacked=1</script>';
// biome-ignore lint/suspicious/noTemplateCurlyInString: lodash templates would evaluate it
export const TEMPLATE = '<%= window.hacked %>${globalThis.hacked=1} {{x}} &lt;b&gt; &amp;';

/** A suite with such text in every place a feature, a step or a command can put it. */
export const INJECTIONS: Readonly<Record<string, string>> = {
  'features/<i>x.feature': `# language: pt
@<img/src=x/onerror=window.hacked=1>
Funcionalidade: Jornada 1 - ${IMG}
  ${SCRIPT}
  ${TEMPLATE}

  Contexto: ${IMG}
    Dado que ${IMG}

  @"><b/onclick=window.hacked=1>
  Regra: ${SCRIPT}
    ${IMG}

    Esquema do Cenário: ${IMG} <coluna>
      ${SCRIPT}
      # ${IMG}
      Quando vale "<coluna>" e ${TEMPLATE}
        | ${IMG} | <coluna> |
        | ${TEMPLATE} | a < b > c |
      E digo:
        """text/${IMG}
        ${SCRIPT}
          ${TEMPLATE}
        """

      Exemplos:
        | coluna |
        | ${SCRIPT} |

    Cenário: Falhar ${IMG}
      Quando falha

    Cenário: Pular
      Dado que pulo
`,
  'steps/steps.cjs': `
const { Given } = require('@cucumber/cucumber');
const [IMG, SCRIPT, TEMPLATE] = ${JSON.stringify([IMG, SCRIPT, TEMPLATE])};
function evidence() {
  this.attach(JSON.stringify({ command: 'dumont ' + IMG, role: 'documented', argv: ['dumont', SCRIPT], exitCode: 0, durationMs: 1,
    stdout: '\\n' + SCRIPT + '\\n  ' + TEMPLATE, stderr: IMG, exchanges: [{ method: IMG, path: SCRIPT, operationId: IMG, status: 200 }] }),
    'application/vnd.dumont.command+json');
  this.log(IMG + SCRIPT);
  this.attach(SCRIPT, 'text/html');
  this.attach(Buffer.from([1, 2, 3]), { mediaType: 'application/octet-stream', fileName: IMG });
}
Given(/^que <img/, evidence);
Given(/^vale/, function (table) { evidence.call(this); });
Given(/^digo/, function (text) { evidence.call(this); });
Given('falha', function () { throw new Error(IMG + '\\n' + SCRIPT + '\\n' + TEMPLATE); });
Given('que pulo', function () { this.attach(JSON.stringify({ kind: 'skipped', cause: 'destructive', text: IMG }), 'application/vnd.dumont.note+json'); return 'skipped'; });
`,
};

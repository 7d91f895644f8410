/** A suite in which scenarios end the process that runs them, in each of the ways a process can end. */
export const DEATHS: Readonly<Record<string, string>> = {
  'features/01_morte.feature': `# language: pt
Funcionalidade: Jornada 1 - Morte no meio

  Cenário: Morrer
    Dado que está tudo bem
    Quando o processo recebe SIGKILL
    Então está tudo bem

  Cenário: Sair sem erro
    Quando o processo sai com 0
    Então está tudo bem
`,
  'features/02_vida.feature': `# language: pt
Funcionalidade: Jornada 2 - Vida

  Cenário: Viver
    Dado que está tudo bem

  Cenário: Viver de novo
    Dado que está tudo bem
`,
  'steps/steps.cjs': `
const { Before, After, Given, When } = require('@cucumber/cucumber');
Before(function () {});
After(function () {});
Given('(que )está tudo bem', function () {});
When('o processo recebe SIGKILL', async function () {
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
});
When('o processo sai com {int}', function (code) { process.exit(code); });
`,
};

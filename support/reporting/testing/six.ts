/** Six scenarios, of which tools of the field tell five different truths: 3 pass, 1 fails, 1 is undefined, 1 passes when tried again. */
export const SIX: Readonly<Record<string, string>> = {
  'features/01_seis.feature': `# language: pt
@criticidade-alta
Funcionalidade: Jornada 1 - Seis cenários

  Cenário: Passar uma vez
    Dado que está tudo bem

  Cenário: Passar outra vez
    Dado que está tudo bem

  Cenário: Passar mais uma vez
    Dado que está tudo bem

  Cenário: Falhar
    Dado que está tudo mal

  Cenário: Ter um passo que ninguém definiu
    Dado que ninguém sabe

  @instavel
  Cenário: Passar só quando se tenta de novo
    Dado que na primeira vez não dá
`,
  'steps/steps.cjs': `
const { Given } = require('@cucumber/cucumber');
Given('que está tudo bem', function () {});
Given('que está tudo mal', function () { throw new Error('está tudo mal'); });
let tries = 0;
Given('que na primeira vez não dá', function () { tries += 1; if (tries === 1) throw new Error('conexão recusada'); });
`,
};

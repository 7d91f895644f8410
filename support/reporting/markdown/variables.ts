import type { RUN_VARIABLES } from '../../shared/environment';
import { fence } from './escape';

type Variable = (typeof RUN_VARIABLES)[number] | 'DEBUG' | 'DUMONT_REPORTS';

/** What each variable says and a value for it; the first four are those of the document. */
const VARIABLES: Readonly<Record<Variable, { says: string; value: string }>> = {
  DUMONT_TEST_EMAIL: { says: 'Usuário com que as jornadas entram num backend de verdade', value: 'test@example.com' },
  DUMONT_TEST_PASSWORD: { says: 'A senha dele', value: 'testpass123' },
  DUMONT_BASE_URL: { says: 'Endereço do backend a verificar; sem ele, o sandbox embutido', value: 'http://localhost:8767' },
  DUMONT_SKIP_DESTRUCTIVE: {
    says: 'Pula o que cria ou destrói; num backend de verdade, vale true até você dizer false',
    value: 'true',
  },
  DUMONT_BIN: { says: 'CLI a verificar: um caminho, ou sandbox para a embutida', value: '/usr/local/bin/dumont' },
  DUMONT_CLI_ARGS: { says: 'O que a CLI recebe antes de cada comando; {url} é o endereço a chamar', value: '--base-url {url}' },
  DUMONT_CLI_ENV: { says: 'Variáveis que chegam à CLI, por nome; cada valor é um segredo', value: 'DUMONT_API_KEY' },
  DUMONT_SANDBOX_CONTROL: { says: 'Canal de controle de um sandbox à parte', value: 'http://127.0.0.1:40000/#chave' },
  DUMONT_PATIENCE: { says: 'Segundos que um passo como "fica em execução" espera', value: '300' },
  DUMONT_WAIT_BUDGET: { says: 'Segundos que todas as esperas de uma execução podem somar', value: '3600' },
  DUMONT_COMMAND_TIMEOUT: { says: 'Segundos que um comando pode demorar', value: '60' },
  DUMONT_CONTRACT: { says: 'O que foge do contrato: exigir (reprova o cenário) ou relatar', value: 'exigir' },
  DUMONT_MAX_COST: { says: 'Quantos dólares uma execução pode gastar num backend', value: '1.00' },
  DUMONT_SCOPE: { says: 'O que roda num backend: jornadas (só as dez) ou tudo (as regras também)', value: 'jornadas' },
  DUMONT_SECRETS: { says: 'O que mais não pode aparecer: segredos, ou nomes de variáveis que os guardam', value: 'MINHA_CHAVE' },
  DUMONT_REPORTS: { says: 'A pasta dos relatórios', value: 'reports' },
  DEBUG: { says: 'Mostra cada comando, troca e saída na hora', value: '1' },
};

/** The variables of the suite as a block for a shell, each with what it says. */
export function variablesBlock(): string {
  const lines = Object.entries(VARIABLES).map(([name, { says, value }]) => `# ${says}\nexport ${name}="${value}"`);
  return fence(lines.join('\n'), 'bash');
}

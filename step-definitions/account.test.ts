import { after } from 'node:test';
import { type Sandbox, startSandbox } from '../support/sandbox/index';
import { type StepCase, stepCases } from '../support/testing/step-cases';

const LOGGED_IN = 'Dado que estou autenticado\n';

const met = (requirement: string): StepCase => ({
  title: `tem ${requirement}`,
  steps: `${LOGGED_IN}E que a conta tem ${requirement}`,
});

/** Taken away, it is missed by the command that needs it. */
const missed = (requirement: string, command: string, status: number): StepCase => ({
  title: `está sem ${requirement}`,
  steps: `${LOGGED_IN}Mas a conta está sem ${requirement}\nQuando executo \`${command}\`\nEntão a API responde ${status}`,
});

const shown = (state: string, status: string): StepCase => ({
  title: `a Vast.ai está ${state}`,
  steps: `Dado que a Vast.ai está ${state}\nQuando executo \`dumont health list\`\nEntão a API responde 200\nE a lista "dependencies" tem um item com:
    | campo  | condição       |
    | name   | contém "vast"  |
    | status | é "${status}"  |`,
});

stepCases(
  'Passos sobre a conta',
  [
    ...[
      'a chave da Vast.ai',
      'saldo',
      'o storage de backup configurado',
      'credenciais da GCP',
      'um dataset preparado',
      'histórico de uso',
    ].map(met),
    missed('a chave da Vast.ai', 'dumont instance offers', 400),
    {
      title: 'está sem histórico de uso, e algum tempo passa',
      steps: `${LOGGED_IN}E que já tenho a instância <gpu> em execução
        Mas a conta está sem histórico de uso
        E que se passaram 10 horas
        Quando executo \`dumont saving summary period=all\`
        Então a API responde 200
        E o campo "total_hours" está entre 10 e 10.1`,
    },
    { title: 'não tem nenhuma instância', steps: `${LOGGED_IN}E que a conta não tem nenhuma instância` },
    {
      title: 'tem uma instância, e não devia',
      steps: `${LOGGED_IN}E que já tenho a instância <gpu> em execução\nE que a conta não tem nenhuma instância`,
      skips: 'a conta tem 1 instância; o cenário precisa de uma conta sem nenhuma.',
    },
    {
      title: 'a próxima migração falha',
      steps: `${LOGGED_IN}E que já tenho a instância <gpu> em execução
        Mas a próxima migração falha ao criar a instância nova
        Quando executo \`dumont instance migrate <gpu> target_type=cpu\`
        Então a API responde 503
        E o erro diz "create_instance"`,
    },
    shown('fora do ar', 'offline'),
    shown('degradada', 'degraded'),
    shown('de volta no ar', 'healthy'),
  ],
  () => ({ DUMONT_PATIENCE: '5' }),
);

// An account that is there already is only looked at.

let sandbox: Sandbox | undefined;
after(() => sandbox?.close());
const existing = async (
  lacks: NonNullable<Parameters<Sandbox['control']['createUser']>[0]>['lacks'],
): Promise<Record<string, string>> => {
  sandbox ??= await startSandbox();
  const { email, password } = await sandbox.control.createUser({ ...(lacks && { lacks }) });
  return { DUMONT_BASE_URL: sandbox.url, DUMONT_BIN: 'sandbox', DUMONT_TEST_EMAIL: email, DUMONT_TEST_PASSWORD: password };
};

const lacking = (requirement: string): StepCase => ({
  ...met(requirement),
  fails: `falta na conta: ${requirement}; configure isso antes de rodar esta jornada.`,
});

stepCases(
  'Passos sobre uma conta que já existe e tem tudo',
  [
    'a chave da Vast.ai',
    'saldo',
    'o storage de backup configurado',
    'credenciais da GCP',
    'um dataset preparado',
    'histórico de uso',
  ].map(met),
  () => existing([]),
);

stepCases(
  'Passos sobre uma conta que já existe e não tem nada',
  [
    ...['a chave da Vast.ai', 'o storage de backup configurado', 'credenciais da GCP'].map(lacking),
    {
      ...met('histórico de uso'),
      skips: 'a conta ainda não tem histórico de uso; use uma GPU por algum tempo e rode de novo.',
    },
    {
      title: 'só o sandbox sabe tirar',
      steps: 'Dado que a conta está sem saldo',
      fails: 'este passo precisa do sandbox: marque o cenário com @sandbox ou informe DUMONT_SANDBOX_CONTROL.',
    },
    {
      title: 'só o sandbox sabe pôr em apuros',
      steps: 'Dado que a GCP está fora do ar',
      fails: 'este passo precisa do sandbox: marque o cenário com @sandbox ou informe DUMONT_SANDBOX_CONTROL.',
    },
  ],
  () => existing(['vast_key', 'storage', 'gcp', 'balance', 'history']),
);

stepCases(
  'Passos sobre uma conta que já existe e gastou tudo',
  [{ ...met('saldo'), fails: 'a conta não tem saldo (US$ 0): ponha crédito nela antes de rodar esta jornada.' }],
  () => existing(['balance']),
);

import { stepCases } from '../support/testing/step-cases';

const TRAINING = 'Dado que estou autenticado\nE que já tenho o job <treino> em execução\n';
const CANCEL = 'Quando executo `dumont finetune cancel <treino>`\nEntão a API responde 200\n';

stepCases('Passos sobre os logs de um treino', [
  { title: 'crescem', steps: `${TRAINING}E os logs do job <treino> crescem` },
  {
    title: 'param de crescer',
    steps: `${TRAINING}E os logs do job <treino> crescem\n${CANCEL}E os logs do job <treino> param de crescer`,
  },
  {
    title: 'deviam crescer, e o treino acabou',
    steps: `${TRAINING}${CANCEL}E os logs do job <treino> crescem`,
    fails:
      /^os logs do job <treino> deveriam crescer, mas isso não aconteceu em [\d,]+ s; o que se viu, e desde quando: \d+ linhas [\d,]+ s\.$/,
    shows: /pedido: {4}GET \/api\/v1\/finetune\/jobs\/\w+\/logs\?tail=100000 → 200 em \d+ ms \(da própria suíte\)\n/,
  },
  {
    title: 'deviam parar, e o treino segue',
    steps: `${TRAINING}E os logs do job <treino> param de crescer`,
    fails:
      /^os logs do job <treino> deveriam parar de crescer, mas isso não aconteceu em [\d,]+ s; o que se viu, e desde quando: \d+ linhas [\d,]+ s( > (\d+ linhas [\d,]+ s|…))+\.$/,
  },
  {
    title: 'de um treino que não existe',
    steps: 'Dado que estou autenticado\nE que escolhi a oferta mais barata como <treino>\nE os logs do job <treino> crescem',
    fails: /^não consegui olhar: GET \S+ → 404 em \d+ ms: ".*not found.*"\.$/,
  },
]);

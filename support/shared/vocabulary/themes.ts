import path from 'node:path';
import type { Theme } from './definition';

const THEMES: readonly Theme[] = [
  { name: 'session', title: 'Sessão', introduction: 'Quem está usando a CLI, com que token e o que fica à vista.' },
  { name: 'account', title: 'Conta', introduction: 'O que a conta precisa ter, ou deixar de ter, antes de começar.' },
  { name: 'command', title: 'Comandos', introduction: 'Rodar a CLI e conferir o que a API respondeu e o que apareceu na tela.' },
  { name: 'reply', title: 'Resposta', introduction: 'Conferir os campos e as listas que vieram na resposta do último comando.' },
  {
    name: 'memory',
    title: 'Anotações',
    introduction: 'Guardar um valor da resposta sob um nome, para usar nos passos seguintes.',
  },
  { name: 'offer', title: 'Ofertas', introduction: 'Escolher uma máquina disponível.' },
  {
    name: 'resource',
    title: 'Instâncias, snapshots e o resto da conta',
    introduction: 'Preparar o que o cenário precisa e dizer em que estado cada coisa fica.',
  },
  { name: 'files', title: 'Arquivos', introduction: 'O que está gravado nas instâncias, na pasta do usuário e na do projeto.' },
  { name: 'job', title: 'Treinos', introduction: 'Acompanhar um treino enquanto ele roda.' },
  { name: 'migration', title: 'Migrações', introduction: 'Fazer uma migração parar no meio.' },
  { name: 'time', title: 'Tempo', introduction: 'Deixar o tempo passar sem esperar por ele.' },
];

/** The theme of a file of step definitions; one that nobody described is called by its own name. */
export function themeOf(file: string): Theme {
  const name = path.basename(file).replace(/\.[cm]?[jt]s$/, '');
  return THEMES.find((theme) => theme.name === name) ?? { name, title: name, introduction: '' };
}

/** Where a theme stands among the others: as a scenario is written, from who somebody is to what became of it. */
export function themeOrder({ name }: Theme): number {
  const index = THEMES.findIndex((theme) => theme.name === name);
  return index < 0 ? THEMES.length : index;
}

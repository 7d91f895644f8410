import type { CommandLine } from '../../shared/command-line';

export const PROGRAM = {
  name: 'npm run alerts',
  options: { 'dry-run': { type: 'boolean' }, reports: { type: 'string' } },
  help: `Uso: npm run alerts -- [opções]

Compara a última execução de reports/history.jsonl com as anteriores e avisa, numa mensagem por canal, quando algo mudou: falha nova,
cenário que voltou a passar, cenário que continua falhando, cenário que ficou instável, ambiente que faltou ou voltou.

  --reports PASTA  a pasta dos relatórios (padrão: DUMONT_REPORTS, ou reports)
  --dry-run        mostra o que seria enviado e não envia nada
  --help           mostra esta ajuda

Canais, cada um por uma variável de ambiente (são segredos: nunca aparecem na saída):
  DUMONT_ALERT_SLACK             endereço de um "incoming webhook" do Slack
  DUMONT_ALERT_TEAMS             endereço de um webhook de Workflows do Microsoft Teams
  DUMONT_ALERT_DISCORD           endereço de um webhook do Discord
  DUMONT_ALERT_WEBHOOK           qualquer endereço, que recebe JSON assinado (Standard Webhooks)
  DUMONT_ALERT_WEBHOOK_SECRET    a chave "whsec_..." da assinatura; na troca de chaves, as duas, separadas por espaço
  DUMONT_ALERT_SMTP              servidor de e-mail: smtps://usuario:senha@servidor:465
  DUMONT_ALERT_EMAIL_FROM        quem envia
  DUMONT_ALERT_EMAIL_TO          quem recebe; vários, separados por vírgula

Outras variáveis:
  DUMONT_ALERT_REMINDER          depois de quantas execuções uma falha que continua é lembrada (padrão: 5)
  DUMONT_DOCS_URL                onde a documentação está publicada, para os links

Um canal que falha é contado na saída de erros e não muda o código de saída.`,
} satisfies CommandLine;

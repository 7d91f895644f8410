import type { JourneyName } from './journey-name';

/**
 * The main file of a journey to begin with: it passes the check, each step of it is defined, and it passes as it stands. What is to be
 * filled in are comments, so that nothing half-written runs.
 */
export function journeyText({ number, subject }: JourneyName): string {
  return `# language: pt
# A criticidade diz quanto dói quando esta jornada falha: @criticidade-alta, @criticidade-media ou @criticidade-baixa.
@criticidade-media
Funcionalidade: Jornada ${number} - ${subject}
  # Escreva aqui, sem o sinal #, uma ou duas frases: quem precisa desta jornada e o que consegue com ela.

  Contexto:
    Dado que estou autenticado

  # O cenário @jornada percorre tudo, na ordem em que o cliente faria. Dê a ele um título que comece com um verbo.
  @jornada
  Cenário: Percorrer a jornada ${number}
    # 1. Ver de quem é a conta
    Quando executo \`dumont auth me\`
    Então a API responde 200
    E o campo "email" está preenchido

    # 2. Ver as instâncias da conta
    Quando executo \`dumont instance list\`
    Então a API responde 200
    E o campo "count" é no mínimo 0

    # Troque os comandos acima pelos da sua jornada; npm run steps mostra os passos que existem.
    # Se algum comando cria ou destrói algo, escreva @destrutivo depois de @jornada.
`;
}

/** The rules of a journey to begin with, in the same way. */
export function rulesText({ number }: JourneyName): string {
  return `# language: pt
@criticidade-media
Funcionalidade: Quem usa a jornada ${number}

  Regra: Sem entrar, ninguém usa a jornada ${number}

    Cenário: Listar instâncias sem entrar é recusado
      Dado que não estou autenticado
      Quando executo \`dumont instance list\`
      Então a API responde 401
      E o erro diz "Not authenticated"
`;
}

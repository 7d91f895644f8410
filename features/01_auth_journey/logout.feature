# language: pt
@criticidade-alta
Funcionalidade: Saída da conta

  Contexto:
    Dado que o backend está no ar
    E que existe um usuário registrado

  Regra: Sair só fecha a sessão

    Cenário: Sair confirma que a sessão foi fechada
      Dado que estou autenticado
      Quando executo `dumont auth logout`
      Então a API responde 200
      E o campo "success" é true
      E o arquivo "~/.dumont_token" não existe mais

    Cenário: Sair sem ter entrado é recusado
      Dado que não estou autenticado
      Quando executo `dumont auth logout`
      Então a API responde 401
      E o erro diz "Not authenticated"
      E o arquivo "~/.dumont_token" não existe

    @destrutivo
    Cenário: O que estava no ar continua no ar depois de sair
      Dado que estou autenticado
      E que já tenho a instância <instance_id> em execução
      E que já executei `dumont auth logout`
      E que já executei `dumont auth login <email> <password>`
      Quando executo `dumont instance list`
      Então a API responde 200
      E a instância <instance_id> aparece na lista com:
        | campo  | condição    |
        | status | é "running" |

    Cenário: Quem saiu entra de novo com a mesma senha
      Dado que estou autenticado
      E que já executei `dumont auth logout`
      Quando executo `dumont auth login <email> <password>`
      Então a API responde 200
      E o token da resposta fica salvo em "~/.dumont_token"
      E minha sessão continua aberta

# language: pt
@criticidade-alta
Funcionalidade: Token da sessão

  Contexto:
    Dado que o backend está no ar
    E que existe um usuário registrado

  Regra: O token é só de quem entrou

    Cenário: Entrar não mostra a senha nem o token
      Quando executo `dumont auth login <email> <password>`
      Então a API responde 200
      E o campo "user" é <email>
      E a saída não mostra nenhum segredo da conta
      E o arquivo "~/.dumont_token" só pode ser lido pelo dono

    Cenário: Entrar de novo troca um token adulterado por um válido
      Dado que meu token está adulterado
      Quando executo `dumont auth login <email> <password>`
      Então a API responde 200
      E o token da resposta fica salvo em "~/.dumont_token"
      E o arquivo "~/.dumont_token" só pode ser lido pelo dono
      E minha sessão continua aberta

    Esquema do Cenário: Um token <defeito> é recusado
      Dado que meu token está <defeito>
      Quando executo `dumont auth me`
      Então a API responde 401
      E o erro diz "Not authenticated"
      E a saída mostra "Unauthorized"

      Exemplos:
        | defeito         |
        | adulterado      |
        | falsificado     |
        | sem assinatura  |
        | cortado ao meio |

      @sandbox
      Exemplos: Que já valeu
        | defeito |
        | vencido |

    @sandbox @destrutivo
    Cenário: Um token falsificado em nome de outro usuário não destrói a instância dele
      Dado que existe a instância <alheia> de outro usuário
      E que meu token está falsificado em nome de outro usuário
      Quando executo `dumont instance delete <alheia>`
      Então a API responde 401
      E o erro diz "Not authenticated"
      E o que é do outro usuário continua como estava

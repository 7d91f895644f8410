# language: pt
@criticidade-alta
Funcionalidade: Entrada com e-mail e senha

  Contexto:
    Dado que o backend está no ar
    E que existe um usuário registrado

  Regra: Só entra quem sabe a senha

    Esquema do Cenário: Entrar com <engano> é recusado
      Quando executo `dumont auth login <quem> <segredo>`
      Então a API responde 401
      E o erro diz "Invalid email or password"
      E o arquivo "~/.dumont_token" não existe
      E a saída não mostra nenhum segredo da conta

      Exemplos:
        | engano                      | quem                | segredo     |
        | a senha errada              | <email>             | errada      |
        | uma letra a mais na senha   | <email>             | <password>x |
        | um e-mail que não tem conta | ninguem@example.com | <password>  |
        | o e-mail no lugar da senha  | <email>             | <email>     |

    Esquema do Cenário: Entrar com <engano> no lugar do e-mail é recusado
      Quando executo `dumont auth login <quem> <password>`
      Então a API recusa o parâmetro "username"
      E o erro diz "Validation error"
      E a lista "details" tem um item com:
        | campo | condição                   |
        | msg   | contém "not a valid email" |
      E o arquivo "~/.dumont_token" não existe
      E a saída não mostra nenhum segredo da conta

      Exemplos:
        | engano                | quem         |
        | um nome               | ana          |
        | um e-mail sem nome    | @example.com |
        | um e-mail pela metade | ana@         |

    Cenário: Errar a senha não fecha a sessão que já estava aberta
      Dado que estou autenticado
      Quando executo `dumont auth login <email> errada`
      Então a API responde 401
      E minha sessão continua aberta

    @sandbox
    Cenário: A senha de outro usuário não serve
      Dado que existe outro usuário, com o e-mail <outro_email> e a senha <outra_senha>
      Quando executo `dumont auth login <email> <outra_senha>`
      Então a API responde 401
      E o erro diz "Invalid email or password"
      E o arquivo "~/.dumont_token" não existe

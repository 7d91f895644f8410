# language: pt
@criticidade-alta
Funcionalidade: Uma conta para cada usuário

  Contexto:
    Dado que o backend está no ar
    E que existe um usuário registrado

  Regra: Cada um só vê a própria conta

    @sandbox
    Cenário: Entrar com outra conta troca de usuário
      Dado que estou autenticado
      E que existe outro usuário, com o e-mail <outro_email> e a senha <outra_senha>
      E que já executei `dumont auth login <outro_email> <outra_senha>`
      Quando executo `dumont auth me`
      Então a API responde 200
      E a resposta tem:
        | campo         | condição        |
        | authenticated | é true          |
        | email         | é <outro_email> |
        | user.email    | é <outro_email> |

    @sandbox @destrutivo
    Cenário: Outro usuário não vê a minha instância
      Dado que estou autenticado
      E que já tenho a instância <instance_id> em execução
      E que existe outro usuário, com o e-mail <outro_email> e a senha <outra_senha>
      E que já executei `dumont auth login <outro_email> <outra_senha>`
      Quando executo `dumont instance get <instance_id>`
      Então a API responde 404
      E o erro diz "Instance <instance_id> not found"

    @sandbox
    Cenário: Minhas configurações não são as de outro usuário
      Dado que estou autenticado
      E que existe outro usuário, com o e-mail <outro_email> e a senha <outra_senha>
      Mas a conta está sem storage de backup
      Quando executo `dumont setting list`
      Então a API responde 200
      E a resposta tem:
        | campo                             | condição        |
        | vast_api_key                      | está preenchido |
        | settings.gcp_credentials          | está preenchido |
        | settings.restic_repo              | é null          |
        | settings.restic_password          | é null          |
        | settings.has_completed_onboarding | é true          |

    Cenário: As configurações acompanham o que mudei na conta
      Dado que estou autenticado
      E que já tenho o auto-standby ligado
      Quando executo `dumont setting list`
      Então a API responde 200
      E o campo "settings.auto_standby_enabled" é true

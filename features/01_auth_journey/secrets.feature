# language: pt
@criticidade-alta
Funcionalidade: Segredos guardados na conta

  Contexto:
    Dado que estou autenticado

  Regra: Segredo guardado não se mostra inteiro

    Esquema do Cenário: Só o fim de cada segredo aparece em <onde>
      Dado que a conta tem a chave da Vast.ai
      E que a conta tem o storage de backup configurado
      E que a conta tem credenciais da GCP
      Quando executo `<comando>`
      Então a API responde 200
      E os segredos da conta aparecem só pelos 4 últimos caracteres
      E a saída não mostra nenhum segredo da conta

      Exemplos:
        | onde                 | comando             |
        | minhas configurações | dumont setting list |
        | minha conta          | dumont auth me      |

    Cenário: Cada segredo configurado está nas configurações
      Dado que a conta tem a chave da Vast.ai
      E que a conta tem o storage de backup configurado
      E que a conta tem credenciais da GCP
      Quando executo `dumont setting list`
      Então a API responde 200
      E a resposta tem:
        | campo                    | condição          |
        | vast_api_key             | começa com "****" |
        | settings.restic_repo     | está preenchido   |
        | settings.restic_password | começa com "****" |
        | settings.r2_access_key   | começa com "****" |
        | settings.r2_secret_key   | começa com "****" |
        | settings.gcp_credentials | começa com "****" |

    @sandbox
    Esquema do Cenário: Sem <o que falta>, a configuração aparece vazia
      Dado que a conta está sem <o que falta>
      Quando executo `dumont setting list`
      Então a API responde 200
      E o campo "<campo>" é null

      Exemplos:
        | o que falta        | campo                    |
        | a chave da Vast.ai | vast_api_key             |
        | storage de backup  | settings.r2_secret_key   |
        | credenciais da GCP | settings.gcp_credentials |

    Cenário: Cada segredo mostra só os seus últimos caracteres
      Dado que já executei `dumont setting list`
      E que anotei o campo "settings.r2_access_key" como <acesso>
      E que anotei o campo "settings.restic_password" como <senha_do_repositório>
      Quando executo `dumont setting list`
      Então a API responde 200
      E o campo "settings.r2_secret_key" é diferente de <acesso>
      E o campo "settings.r2_secret_key" é diferente de <senha_do_repositório>
      E o campo "vast_api_key" é diferente de <acesso>

    @sandbox
    Cenário: Sem a chave da Vast.ai a conta ainda não está pronta
      Dado que a conta está sem a chave da Vast.ai
      Quando executo `dumont setting list`
      Então a API responde 200
      E o campo "settings.has_completed_onboarding" é false

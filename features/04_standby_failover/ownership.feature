# language: pt
@criticidade-media
Funcionalidade: CPUs standby de outros usuários

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem credenciais da GCP

  Regra: Cada cliente só enxerga os seus pares

    @sandbox @destrutivo
    Esquema do Cenário: <Consulta> não mostra o par de outro usuário
      Dado que existe a CPU standby da GPU <alheia> de outro usuário
      Quando executo `<comando>`
      Então a API responde 200
      E o campo "<total>" é 0
      E a CPU standby da GPU <alheia> não aparece na lista

      Exemplos:
        | Consulta                 | comando                     | total               |
        | A lista de associações   | dumont standby associations | count               |
        | O estado do auto-standby | dumont standby status       | active_associations |

    @sandbox @destrutivo
    Cenário: Sincronizar o par de outro usuário é recusado
      Dado que existe a CPU standby da GPU <alheia> de outro usuário
      Quando executo `dumont standby sync-start <alheia>`
      Então a API responde 404
      E o erro diz "No standby association for instance <alheia>"
      E o que é do outro usuário continua como estava

    @sandbox @destrutivo
    Cenário: Configurar o meu auto-standby não muda o dos outros
      Dado que existe a CPU standby da GPU <alheia> de outro usuário
      Quando executo `dumont standby configure enabled=false gcp_zone=asia-east1-b`
      Então a API responde 200
      E o que é do outro usuário continua como estava

# language: pt
@criticidade-media
Funcionalidade: Dependência da GCP

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem credenciais da GCP

  Regra: Sem a GCP não há auto-standby

    @sandbox
    Esquema do Cenário: Ligar o auto-standby sem <o que falta> é recusado
      Dado que a conta está sem <o que falta>
      Quando executo `dumont standby configure enabled=true gcp_zone=us-east1-b`
      Então a API responde 400
      E o erro diz "<motivo>"
      E o auto-standby ainda está desligado
      E o auto-standby tem:
        | campo           | condição                    |
        | configured      | é false                     |
        | config.gcp_zone | é diferente de "us-east1-b" |

      Exemplos:
        | o que falta        | motivo                         |
        | credenciais da GCP | GCP credentials not configured |
        | a chave da Vast.ai | Vast.ai API key not configured |

    @sandbox
    Cenário: Sem credenciais ainda se pode desligar
      Dado que já executei `dumont standby configure enabled=true`
      Mas a conta está sem credenciais da GCP
      Quando executo `dumont standby configure enabled=false`
      Então a API responde 200
      E o auto-standby fica desligado

    @sandbox @destrutivo
    Cenário: Quem perdeu as credenciais aluga sem CPU standby
      Dado que tenho o auto-standby ligado
      Mas a conta está sem credenciais da GCP
      E que já tenho a instância <gpu_id> em execução
      Quando executo `dumont standby status`
      Então a API responde 200
      E a resposta tem:
        | campo               | condição |
        | configured          | é false  |
        | active_associations | é 0      |

    @sandbox
    Cenário: Numa conta nova nada está configurado
      Quando executo `dumont standby status`
      Então a API responde 200
      E a resposta tem:
        | campo                | condição |
        | configured           | é false  |
        | auto_standby_enabled | é false  |
        | active_associations  | é 0      |
      E a lista "orphans" está vazia

    @sandbox @destrutivo
    Esquema do Cenário: Com a GCP fora do ar, o erro ao <ação> diz isso
      Dado que tenho o auto-standby desligado
      Mas a GCP está fora do ar
      Quando executo `<comando>`
      Então a API responde 503
      E o erro diz "GCP is unavailable"
      E o auto-standby ainda está desligado

      Exemplos:
        | ação                 | comando                               |
        | ligar o auto-standby | dumont standby configure enabled=true |
        | sincronizar          | dumont standby sync-start 1           |

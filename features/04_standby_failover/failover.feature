# language: pt
@criticidade-media
Funcionalidade: Perda da GPU
  Órfã é a CPU standby que ficou sem a sua GPU: ela continua no ar, com os dados, à espera da recuperação.

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem credenciais da GCP

  Regra: Destruir a GPU leva a CPU; perder a GPU deixa a CPU órfã

    @destrutivo
    Esquema do Cenário: Destruir a GPU <como> leva a CPU junto
      Dado que já tenho a CPU standby da GPU <gpu_id> pronta
      Quando executo `<comando>`
      Então a API responde 200
      E a instância <gpu_id> deixa de existir
      E a CPU standby da GPU <gpu_id> deixa de existir

      Exemplos:
        | como                       | comando                                              |
        | a pedido do usuário        | dumont instance delete <gpu_id> reason=user_request  |
        | pedindo que a CPU vá junto | dumont instance delete <gpu_id> destroy_standby=true |

    @destrutivo
    Esquema do Cenário: A CPU fica quando <o que houve>
      Dado que já tenho a CPU standby da GPU <gpu_id> pronta
      Quando executo `dumont instance delete <gpu_id> <opções>`
      Então a API responde 200
      E o campo "message" contém "<motivo>"
      E o campo "message" contém "<gpu_id>"
      E a CPU standby da GPU <gpu_id> fica órfã
      E a CPU standby da GPU <gpu_id> tem:
        | campo          | condição        |
        | failure_reason | é "<motivo>"    |
        | failed_at      | está preenchido |

      Exemplos:
        | o que houve                              | opções                                  | motivo            |
        | a GPU falhou, mesmo pedindo que a CPU vá | reason=gpu_failure destroy_standby=true | gpu_failure       |
        | a GPU foi tomada de volta pelo provedor  | reason=spot_interruption                | spot_interruption |
        | destruí só a GPU                         | destroy_standby=false                   | user_request      |

    @sandbox @destrutivo
    Cenário: A perda de uma GPU não mexe no par da outra
      Dado que já tenho a CPU standby da GPU <outra_gpu> pronta
      E que escolhi a oferta mais barata como <ID>
      E que já tenho a CPU standby da GPU <gpu_id> órfã
      Quando executo `dumont standby status`
      Então a API responde 200
      E a resposta tem:
        | campo                               | condição |
        | active_associations                 | é 1      |
        | associations.<outra_gpu>.gpu_failed | é false  |
        | associations.<gpu_id>.gpu_failed    | é true   |
      E a lista "orphans" tem 1 item
      E a lista "orphans" tem um item com:
        | campo            | condição        |
        | gpu_instance_id  | é <gpu_id>      |
        | failure_reason   | é "gpu_failure" |
        | failed_at        | está preenchido |
        | cpu_standby.name | está preenchido |
        | state            | é "ready"       |

    @destrutivo
    Cenário: Um motivo de perda que não existe é recusado
      Dado que já tenho a CPU standby da GPU <gpu_id> pronta
      Quando executo `dumont instance delete <gpu_id> reason=raio`
      Então a API recusa o parâmetro "reason"
      E a CPU standby da GPU <gpu_id> ainda está pronta
      E a instância <gpu_id> ainda está em execução

    @destrutivo
    Cenário: Perder duas GPUs deixa duas CPUs órfãs
      Dado que já tenho a CPU standby da GPU <primeira> órfã
      E que escolhi a oferta mais barata como <ID>
      E que já tenho a CPU standby da GPU <segunda> órfã
      Quando executo `dumont standby status`
      Então a API responde 200
      E a lista "orphans" tem 2 itens
      E a CPU standby da GPU <primeira> ainda está órfã
      E a CPU standby da GPU <segunda> ainda está órfã

    @destrutivo
    Cenário: A migração da GPU para uma CPU leva a CPU standby junto
      Dado que a conta tem o storage de backup configurado
      E que já tenho a CPU standby da GPU <gpu_id> pronta
      Quando executo `dumont instance migrate <gpu_id> target_type=cpu`
      Então a API responde 200
      E a instância <gpu_id> deixa de existir
      E a CPU standby da GPU <gpu_id> deixa de existir

    @sandbox @destrutivo
    Cenário: GPU perdida não conta mais horas
      Dado que já tenho a CPU standby da GPU <gpu_id> pronta
      E que já executei `dumont instance delete <gpu_id> reason=gpu_failure`
      Mas a conta está sem histórico de uso
      E que se passaram 10 horas
      Quando executo `dumont saving summary period=all`
      Então a API responde 200
      E o campo "total_hours" é 0

    @sandbox @destrutivo
    Cenário: GPU perdida não gasta mais o saldo
      Dado que a conta tem saldo
      E que já tenho a CPU standby da GPU <gpu_id> órfã
      E que escolhi a oferta mais barata como <ID>
      E que se passaram 208 dias
      Quando executo `dumont instance create offer_id=<ID>`
      Então a API responde 201

    @destrutivo
    Cenário: A oferta da GPU perdida fica disponível
      Dado que escolhi a oferta mais barata como <ID>
      E que já tenho a CPU standby da GPU <gpu_id> pronta
      Quando executo `dumont instance delete <gpu_id> reason=spot_interruption`
      Então a API responde 200
      E a oferta <ID> fica disponível

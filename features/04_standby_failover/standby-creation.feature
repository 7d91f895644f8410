# language: pt
@criticidade-media
Funcionalidade: Criação da CPU standby

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem credenciais da GCP

  Regra: Sem auto-standby não há CPU em espera

    @destrutivo
    Cenário: Com o auto-standby desligado, a GPU não ganha CPU
      Dado que tenho o auto-standby desligado
      E que já tenho a instância <gpu_id> em execução
      Quando executo `dumont standby associations`
      Então a API responde 200
      E a CPU standby da GPU <gpu_id> não aparece na lista
      E a instância <gpu_id> tem:
        | campo       | condição |
        | cpu_standby | é null   |

    @destrutivo
    Cenário: Quem dispensa a CPU standby ao alugar não ganha uma
      Dado que tenho o auto-standby ligado
      E que escolhi a oferta mais barata como <ID>
      E que já executei `dumont instance create offer_id=<ID> skip_standby=true`
      E que anotei o campo "id" como <gpu_id>
      Quando executo `dumont standby associations`
      Então a API responde 200
      E a CPU standby da GPU <gpu_id> não aparece na lista

    @destrutivo
    Cenário: Ligar o auto-standby vale para as próximas GPUs
      Dado que tenho o auto-standby desligado
      E que já tenho a instância <gpu_id> em execução
      Quando executo `dumont standby configure enabled=true`
      Então a API responde 200
      E o auto-standby fica ligado
      E a instância <gpu_id> tem:
        | campo       | condição |
        | cpu_standby | é null   |

    @destrutivo
    Cenário: A CPU nasce na zona configurada e ainda não sincroniza
      Dado que já executei `dumont standby configure enabled=true gcp_zone=europe-west1-b`
      E que já tenho a CPU standby da GPU <gpu_id> pronta
      Quando executo `dumont standby associations`
      Então a API responde 200
      E a resposta tem:
        | campo                                  | condição           |
        | associations.<gpu_id>.gpu_instance_id  | é <gpu_id>         |
        | associations.<gpu_id>.cpu_standby.zone | é "europe-west1-b" |
        | associations.<gpu_id>.gpu_failed       | é false            |
        | associations.<gpu_id>.sync_enabled     | é false            |
        | associations.<gpu_id>.sync_count       | é 0                |

    @destrutivo
    Cenário: A GPU que o assistente aluga também ganha uma CPU
      Dado que já tenho o auto-standby ligado
      E que a conta tem saldo
      Quando executo `dumont instance create wizard gpu_name=rtx4090`
      Então a API responde 201
      E anoto o campo "id" como <gpu_id>
      E a CPU standby da GPU <gpu_id> fica pronta

    @destrutivo
    Cenário: A GPU restaurada também ganha uma CPU
      Dado que a conta tem o storage de backup configurado
      E que já tenho a CPU standby da GPU <origem> pronta
      E que já executei `dumont snapshot create backup-v1 <origem>`
      E que anotei o campo "id" como <snapshot_id>
      Quando executo `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <gpu_id>
      E a CPU standby da GPU <gpu_id> fica pronta

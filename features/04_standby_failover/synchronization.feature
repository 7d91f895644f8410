# language: pt
@criticidade-media
Funcionalidade: Sincronização entre GPU e CPU standby

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem credenciais da GCP

  Regra: Só se sincroniza uma GPU em execução com a sua CPU

    @destrutivo
    Cenário: Sincronizar uma GPU que não existe é recusado
      Quando executo `dumont standby sync-start 1`
      Então a API responde 404
      E o erro diz "No standby association for instance 1"

    @destrutivo
    Cenário: Sincronizar uma GPU sem CPU standby é recusado
      Dado que tenho o auto-standby desligado
      E que já tenho a instância <gpu_id> em execução
      Quando executo `dumont standby sync-start <gpu_id>`
      Então a API responde 404
      E a instância <gpu_id> tem:
        | campo       | condição |
        | cpu_standby | é null   |

    @destrutivo
    Cenário: Sincronizar uma GPU pausada é recusado
      Dado que já tenho a CPU standby da GPU <gpu_id> pronta
      E que já executei `dumont instance pause <gpu_id>`
      E a instância <gpu_id> fica pausada
      Quando executo `dumont standby sync-start <gpu_id>`
      Então a API responde 409
      E o erro diz "is paused"
      E a CPU standby da GPU <gpu_id> ainda está pronta

    @destrutivo
    Cenário: Sincronizar com uma CPU órfã é recusado
      Dado que já tenho a CPU standby da GPU <gpu_id> órfã
      Quando executo `dumont standby sync-start <gpu_id>`
      Então a API responde 409
      E o erro diz "failed"
      E a CPU standby da GPU <gpu_id> ainda está órfã

    @destrutivo
    Cenário: Ligar a sincronização duas vezes não muda nada
      Dado que já tenho a CPU standby da GPU <gpu_id> sincronizando
      Quando executo `dumont standby sync-start <gpu_id>`
      Então a API responde 200
      E a CPU standby da GPU <gpu_id> ainda está sincronizando

  Regra: Uma vez ligada, a sincronização segue no ritmo escolhido

    @sandbox @destrutivo
    Esquema do Cenário: Sincronizar a cada <intervalo> faz cerca de <cópias> cópias em 10 horas
      Dado que já executei `dumont standby configure enabled=true sync_interval=<segundos>`
      E que já tenho a instância <gpu_id> em execução
      E que já executei `dumont standby sync-start <gpu_id>`
      E que se passaram 10 horas
      Quando executo `dumont standby associations`
      Então a API responde 200
      E o campo "associations.<gpu_id>.sync_count" está entre <ao menos> e <no máximo>

      Exemplos:
        | intervalo   | segundos | cópias | ao menos | no máximo |
        | hora        | 3600     | 10     | 10       | 11        |
        | 30 segundos | 30       | 1.200  | 1200     | 1210      |

    @sandbox @destrutivo
    Cenário: Com a GPU pausada não há o que copiar
      Dado que já tenho a CPU standby da GPU <gpu_id> sincronizando
      E que já executei `dumont instance pause <gpu_id>`
      E que já executei `dumont standby associations`
      E que anotei o campo "associations.<gpu_id>.sync_count" como <cópias>
      E que se passaram 10 horas
      Quando executo `dumont standby associations`
      Então a API responde 200
      E o campo "associations.<gpu_id>.sync_count" é <cópias>

    @sandbox @destrutivo
    Cenário: Retomada a GPU, as cópias recomeçam
      Dado que já tenho a CPU standby da GPU <gpu_id> sincronizando
      E que já executei `dumont instance pause <gpu_id>`
      E que já executei `dumont instance resume <gpu_id>`
      E que se passaram 10 horas
      Quando executo `dumont standby associations`
      Então a API responde 200
      E o campo "associations.<gpu_id>.sync_count" é maior que 1000

    @sandbox @destrutivo
    Cenário: Perdida a GPU, as cópias param
      Dado que já tenho a CPU standby da GPU <gpu_id> sincronizando
      E que já executei `dumont instance delete <gpu_id> reason=gpu_failure`
      E que se passaram 10 horas
      Quando executo `dumont standby associations`
      Então a API responde 200
      E o campo "associations.<gpu_id>.sync_count" está entre 1 e 10

    @sandbox @destrutivo
    Cenário: Pausar e retomar não apaga as cópias feitas
      Dado que já tenho a CPU standby da GPU <gpu_id> sincronizando
      E que se passaram 10 horas
      E que já executei `dumont instance pause <gpu_id>`
      E que já executei `dumont instance resume <gpu_id>`
      Quando executo `dumont standby associations`
      Então a API responde 200
      E o campo "associations.<gpu_id>.sync_count" é maior que 1000

    @sandbox @destrutivo
    Cenário: Retomar a GPU não liga uma sincronização que não foi pedida
      Dado que já tenho a CPU standby da GPU <gpu_id> pronta
      E que já executei `dumont instance pause <gpu_id>`
      E que já executei `dumont instance resume <gpu_id>`
      E que se passaram 10 horas
      Quando executo `dumont standby associations`
      Então a API responde 200
      E a CPU standby da GPU <gpu_id> aparece na lista com:
        | campo        | condição |
        | sync_enabled | é false  |
        | sync_count   | é 0      |

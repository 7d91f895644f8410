# language: pt
@criticidade-media
Funcionalidade: Configuração do auto-standby

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem credenciais da GCP

  Regra: A CPU standby é como foi configurada

    @destrutivo
    Esquema do Cenário: A CPU standby vem com <o quê>
      Dado que já executei `dumont standby configure enabled=true <opção>`
      E que já tenho a instância <gpu_id> em execução
      E a CPU standby da GPU <gpu_id> fica pronta
      Quando executo `dumont instance get <gpu_id>`
      Então a API responde 200
      E o campo "cpu_standby.<campo>" <condição>

      Exemplos:
        | o quê               | opção                          | campo        | condição               |
        | a zona escolhida    | gcp_zone=asia-east1-b          | zone         | é "asia-east1-b"       |
        | o tamanho escolhido | gcp_machine_type=e2-standard-4 | machine_type | é "e2-standard-4"      |
        | o preço spot        | gcp_spot=true                  | dph_total    | é 0.01                 |
        | o preço garantido   | gcp_spot=false                 | dph_total    | está entre 0.03 e 0.04 |

    Esquema do Cenário: Uma CPU standby <tipo> custa US$ <preço> por mês
      Quando executo `dumont standby configure enabled=true gcp_spot=<spot>`
      Então a API responde 200
      E o campo "config.estimated_cost_monthly_usd" é <preço>

      Exemplos:
        | tipo      | spot  | preço |
        | spot      | true  | 7,20  |
        | garantida | false | 25,00 |

    Cenário: A configuração fica guardada
      Dado que já executei `dumont standby configure enabled=true gcp_zone=us-east1-b gcp_machine_type=e2-small auto_failover=false`
      Quando executo `dumont standby status`
      Então a API responde 200
      E a resposta tem:
        | campo                   | condição       |
        | configured              | é true         |
        | auto_standby_enabled    | é true         |
        | config.gcp_zone         | é "us-east1-b" |
        | config.gcp_machine_type | é "e2-small"   |
        | config.auto_failover    | é false        |

    Cenário: Desligar e ligar de novo não perde a zona escolhida
      Dado que já executei `dumont standby configure enabled=true gcp_zone=us-east1-b`
      E que já executei `dumont standby configure enabled=false`
      Quando executo `dumont standby configure enabled=true`
      Então a API responde 200
      E o campo "config.gcp_zone" é "us-east1-b"

    @destrutivo
    Cenário: Configurar de novo não mexe na CPU que já existe
      Dado que já tenho a CPU standby da GPU <gpu_id> pronta
      Quando executo `dumont standby configure enabled=false gcp_zone=asia-east1-b`
      Então a API responde 200
      E o auto-standby fica desligado
      E a CPU standby da GPU <gpu_id> ainda está pronta
      E a CPU standby da GPU <gpu_id> tem:
        | campo            | condição                      |
        | cpu_standby.zone | é diferente de "asia-east1-b" |

    Esquema do Cenário: Configurar <engano> é recusado
      Dado que tenho o auto-standby desligado
      Quando executo `dumont standby configure enabled=true <opção>`
      Então a API recusa o parâmetro "<campo>"
      E o auto-standby ainda está desligado

      Exemplos:
        | engano                  | opção           | campo         |
        | uma zona que não existe | gcp_zone=lua    | gcp_zone      |
        | um disco pequeno demais | gcp_disk_size=9 | gcp_disk_size |
        | um intervalo de 0 s     | sync_interval=0 | sync_interval |

    @destrutivo
    Cenário: Desligado, o auto-standby continua configurado
      Dado que já tenho o auto-standby ligado
      E que já executei `dumont standby configure enabled=false`
      Quando executo `dumont standby status`
      Então a API responde 200
      E a resposta tem:
        | campo                | condição |
        | configured           | é true   |
        | auto_standby_enabled | é false  |

    @destrutivo
    Cenário: A GPU e a lista de pares falam da mesma CPU
      Dado que já tenho a CPU standby da GPU <gpu_id> pronta
      E que já executei `dumont instance get <gpu_id>`
      E que anotei o campo "cpu_standby.name" como <cpu>
      E que anotei o campo "cpu_standby.ip" como <ip>
      Quando executo `dumont standby associations`
      Então a API responde 200
      E a resposta tem:
        | campo                                  | condição |
        | associations.<gpu_id>.cpu_standby.name | é <cpu>  |
        | associations.<gpu_id>.cpu_standby.ip   | é <ip>   |

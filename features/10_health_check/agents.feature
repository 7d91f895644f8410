# language: pt
@criticidade-alta
Funcionalidade: Agentes da plataforma e das instâncias

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: Agente fica degradado quando falta aquilo de que depende

    @sandbox
    Esquema do Cenário: O agente <agente> fica <efeito> quando <dependência> está <avaria>
      Dado que <dependência> está <avaria>
      Quando executo `dumont agent status`
      Então a API responde 200
      E a lista "agents" tem um item com:
        | campo  | condição       |
        | name   | é "<agente>"   |
        | status | é "<situação>" |

      Exemplos:
        | dependência      | avaria     | agente          | efeito     | situação |
        | a Vast.ai        | fora do ar | market-monitor  | fora do ar | offline  |
        | a Vast.ai        | degradada  | hibernation     | degradado  | degraded |
        | o banco de dados | fora do ar | price-predictor | fora do ar | offline  |
        | a GCP            | degradada  | standby         | degradado  | degraded |

    @sandbox @destrutivo
    Cenário: O agente da instância fica fora do ar quando o storage de backup está fora do ar
      Dado que já tenho a instância <instance_id> em execução
      E que o storage de backup está fora do ar
      Quando executo `dumont agent status`
      Então a API responde 200
      E a lista "agents" tem um item com:
        | campo       | condição        |
        | instance_id | é <instance_id> |
        | status      | é "offline"     |

    @sandbox
    Cenário: Com tudo no ar, todo agente está saudável
      Quando executo `dumont agent status`
      Então a API responde 200
      E cada item da lista "agents" tem:
        | campo  | condição        |
        | name   | está preenchido |
        | status | é "healthy"     |

  Regra: Cada instância em execução tem o seu agente

    @destrutivo
    Cenário: Instância em execução tem um agente saudável
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont agent status`
      Então a API responde 200
      E a lista "agents" tem um item com:
        | campo          | condição        |
        | instance_id    | é <instance_id> |
        | kind           | é "instance"    |
        | status         | é "healthy"     |
        | last_heartbeat | está preenchido |

    @destrutivo
    Cenário: Instância pausada não tem agente
      Dado que já tenho a instância <instance_id> pausada
      Quando executo `dumont agent status`
      Então a API responde 200
      E nenhum item da lista "agents" tem:
        | campo       | condição        |
        | instance_id | é <instance_id> |

    @destrutivo
    Cenário: Instância destruída não tem agente
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance delete <instance_id>`
      Quando executo `dumont agent status`
      Então a API responde 200
      E nenhum item da lista "agents" tem:
        | campo       | condição        |
        | instance_id | é <instance_id> |

    @sandbox @destrutivo
    Cenário: Instância em criação ainda não tem agente
      Dado que já tenho a instância <instance_id> em criação
      Quando executo `dumont agent status`
      Então a API responde 200
      E nenhum item da lista "agents" tem:
        | campo       | condição        |
        | instance_id | é <instance_id> |

  Regra: Cada usuário vê só os seus agentes e os da plataforma

    Cenário: Conta sem instâncias só tem os agentes da plataforma
      Dado que a conta não tem nenhuma instância
      Quando executo `dumont agent status`
      Então a API responde 200
      E cada item da lista "agents" tem:
        | campo       | condição     |
        | kind        | é "platform" |
        | instance_id | é null       |
        | status      | é "healthy"  |

    @sandbox @destrutivo
    Cenário: O agente de outro usuário não aparece entre os meus
      Dado que existe a instância <alheia> de outro usuário
      Quando executo `dumont agent status`
      Então a API responde 200
      E nenhum item da lista "agents" tem:
        | campo       | condição   |
        | instance_id | é <alheia> |

# language: pt
@criticidade-alta
Funcionalidade: Comandos sem sessão

  Contexto:
    Dado que o backend está no ar

  Regra: Sem entrar, ninguém vê nem mexe em nada

    Esquema do Cenário: <ação> sem sessão é recusado
      Dado que não estou autenticado
      Quando executo `<comando>`
      Então a API responde 401
      E o campo "error" é "Not authenticated"
      E a saída mostra "Unauthorized"

      Exemplos: Ver
        | ação                          | comando                                                   |
        | Ver a própria conta           | dumont auth me                                            |
        | Ver as configurações          | dumont setting list                                       |
        | Procurar ofertas              | dumont instance offers                                    |
        | Listar instâncias             | dumont instance list                                      |
        | Ver uma instância             | dumont instance get 27000001                              |
        | Listar snapshots              | dumont snapshot list                                      |
        | Ver o auto-standby            | dumont standby status                                     |
        | Listar as CPUs standby        | dumont standby associations                               |
        | Listar os modelos base        | dumont finetune models                                    |
        | Pedir uma recomendação de GPU | dumont advisor recommend task="Fine-tuning do Llama 3 8B" |
        | Listar treinos                | dumont finetune jobs                                      |
        | Ver os logs de um treino      | dumont finetune logs treino-1                             |
        | Ver a economia real           | dumont metrics savings                                    |
        | Ver o resumo da economia      | dumont saving summary                                     |
        | Ver a economia por GPU        | dumont saving breakdown                                   |
        | Ver o histórico da economia   | dumont saving history                                     |
        | Ver as hibernações            | dumont hibernation stats                                  |
        | Comparar com outras nuvens    | dumont saving comparison                                  |
        | Estimar uma migração          | dumont instance migrate 27000001 estimate target_type=cpu |
        | Ver o mercado                 | dumont metrics market                                     |
        | Ver o ranking de eficiência   | dumont metrics efficiency                                 |
        | Ver o ranking de provedores   | dumont metrics providers                                  |
        | Ver os agentes                | dumont agent status                                       |

      Exemplos: Mexer na conta
        | ação                        | comando                               |
        | Sair                        | dumont auth logout                    |
        | Pausar uma instância        | dumont instance pause 27000001        |
        | Retomar uma instância       | dumont instance resume 27000001       |
        | Ligar o auto-standby        | dumont standby configure enabled=true |
        | Sincronizar uma CPU standby | dumont standby sync-start 27000001    |

      @destrutivo
      Exemplos: Criar e destruir
        | ação                      | comando                                                                      |
        | Alugar uma GPU            | dumont instance create offer_id=100001                                       |
        | Alugar pelo assistente    | dumont instance create wizard gpu_name=rtx4090                               |
        | Sincronizar uma instância | dumont instance sync 27000001                                                |
        | Guardar um snapshot       | dumont snapshot create backup-v1 27000001                                    |
        | Restaurar um snapshot     | dumont snapshot restore 0123abcd                                             |
        | Apagar um snapshot        | dumont snapshot delete 0123abcd                                              |
        | Migrar uma instância      | dumont instance migrate 27000001 target_type=cpu                             |
        | Destruir uma instância    | dumont instance delete 27000001                                              |
        | Criar um treino           | dumont finetune create job_name=my-lora model_id=unsloth/llama-3-8b-bnb-4bit |
        | Cancelar um treino        | dumont finetune cancel treino-1                                              |

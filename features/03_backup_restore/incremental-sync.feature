# language: pt
@criticidade-alta
Funcionalidade: Sincronização incremental

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Sincronizar de novo só leva o que mudou

    @destrutivo
    Cenário: Sincronizar sem mudança nenhuma não leva nada
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont snapshot create antes <instance_id>`
      E que anotei o campo "files_total" como <arquivos>
      E que já executei `dumont instance sync <instance_id>`
      Quando executo `dumont instance sync <instance_id> force=true`
      Então a API responde 200
      E a resposta tem:
        | campo            | condição     |
        | is_incremental   | é true       |
        | files_new        | é 0          |
        | files_changed    | é 0          |
        | files_unmodified | é <arquivos> |
        | data_added_bytes | é 0          |
        | data_added       | é "0 B"      |

    # Cada arquivo que um passo grava tem 4.096 bytes.
    @destrutivo @sandbox
    Cenário: Um arquivo novo é a única coisa que se leva
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      E que gravei o arquivo "notas.md" na instância <instance_id>
      Quando executo `dumont instance sync <instance_id> force=true`
      Então a API responde 200
      E a resposta tem:
        | campo            | condição |
        | files_new        | é 1      |
        | files_changed    | é 0      |
        | data_added_bytes | é 4096   |

    @destrutivo @sandbox
    Cenário: Um arquivo alterado é a única coisa que se leva
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      E que gravei uma nova versão do arquivo "pesos.bin" na instância <instance_id>
      Quando executo `dumont instance sync <instance_id> force=true`
      Então a API responde 200
      E a resposta tem:
        | campo            | condição |
        | files_new        | é 0      |
        | files_changed    | é 1      |
        | data_added_bytes | é 4096   |

    @destrutivo @sandbox
    Cenário: Copiar um arquivo não leva os mesmos bytes outra vez
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      E que copiei o arquivo "pesos.bin" para "copia.bin" na instância <instance_id>
      Quando executo `dumont instance sync <instance_id> force=true`
      Então a API responde 200
      E a resposta tem:
        | campo            | condição |
        | files_new        | é 1      |
        | files_changed    | é 0      |
        | data_added_bytes | é 0      |

    @destrutivo @sandbox
    Cenário: Apagar um arquivo não leva nada
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      E que apaguei o arquivo "pesos.bin" na instância <instance_id>
      Quando executo `dumont instance sync <instance_id> force=true`
      Então a API responde 200
      E a resposta tem:
        | campo            | condição |
        | files_new        | é 0      |
        | files_changed    | é 0      |
        | data_added_bytes | é 0      |

    @destrutivo @sandbox
    Cenário: O snapshot com nome também só leva o que a sincronização ainda não levou
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      E que gravei o arquivo "notas.md" na instância <instance_id>
      Quando executo `dumont snapshot create backup-v1 <instance_id>`
      Então a API responde 201
      E a resposta tem:
        | campo         | condição         |
        | files_new     | é 1              |
        | files_changed | é 0              |
        | data_added    | é 4096           |
        | total_bytes   | é no mínimo 8192 |

    @destrutivo
    Cenário: Depois de pausar e retomar, a sincronização ainda só leva o que mudou
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      E que já executei `dumont instance pause <instance_id>`
      E que já executei `dumont instance resume <instance_id>`
      Quando executo `dumont instance sync <instance_id> force=true`
      Então a API responde 200
      E a resposta tem:
        | campo            | condição |
        | files_new        | é 0      |
        | files_changed    | é 0      |
        | data_added_bytes | é 0      |

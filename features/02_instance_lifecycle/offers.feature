# language: pt
@criticidade-alta
Funcionalidade: Busca de ofertas

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: A busca só traz o que atende aos filtros

    Esquema do Cenário: A busca só traz máquinas <exigência>
      Quando executo `dumont instance offers <filtro>`
      Então a API responde 200
      E cada item da lista "offers" tem:
        | campo   | condição   |
        | <campo> | <condição> |

      Exemplos:
        | exigência                         | filtro               | campo       | condição         |
        | de até US$ 0,20 por hora          | max_price=0.20       | dph_total   | é no máximo 0.20 |
        | com duas GPUs ou mais             | num_gpus=2           | num_gpus    | é no mínimo 2    |
        | com 48 GB de VRAM ou mais         | min_gpu_ram=48       | gpu_ram     | é no mínimo 48   |
        | com 32 núcleos de CPU ou mais     | min_cpu_cores=32     | cpu_cores   | é no mínimo 32   |
        | com 128 GB de memória ou mais     | min_cpu_ram=128      | cpu_ram     | é no mínimo 128  |
        | com 1.000 GB de disco ou mais     | min_disk=1000        | disk_space  | é no mínimo 1000 |
        | que baixam a 2.000 Mbps ou mais   | min_inet_down=2000   | inet_down   | é no mínimo 2000 |
        | com confiabilidade de 95% ou mais | min_reliability=0.95 | reliability | é no mínimo 0.95 |
        | nos Estados Unidos                | region=US            | geolocation | contém "US"      |
        | de provedor verificado            | verified_only=true   | verified    | é true           |
        | com IP fixo                       | static_ip=true       | static_ip   | é true           |

    Cenário: Com vários filtros, a busca só traz o que atende a todos
      Quando executo `dumont instance offers gpu_name=rtx4090 max_price=0.50 min_disk=500 verified_only=true`
      Então a API responde 200
      E cada item da lista "offers" tem:
        | campo      | condição         |
        | gpu_name   | é "RTX 4090"     |
        | dph_total  | é no máximo 0.50 |
        | disk_space | é no mínimo 500  |
        | verified   | é true           |

    Esquema do Cenário: O nome da GPU pode ser escrito como <grafia>
      Quando executo `dumont instance offers "gpu_name=<grafia>"`
      Então a API responde 200
      E cada item da lista "offers" tem:
        | campo    | condição  |
        | gpu_name | é "<gpu>" |

      Exemplos:
        | grafia   | gpu       |
        | RTX 4090 | RTX 4090  |
        | RTX_4090 | RTX 4090  |
        | rtx-4090 | RTX 4090  |
        | rtx3080  | RTX 3080  |
        | a100     | A100      |
        | h100pcie | H100 PCIE |

    Esquema do Cenário: Procurar <o quê> não é erro e traz uma lista vazia
      Quando executo `dumont instance offers <filtro>`
      Então a API responde 200
      E a lista "offers" está vazia
      E o campo "count" é 0

      Exemplos:
        | o quê                          | filtro                          |
        | uma GPU que não existe         | gpu_name=rtx9999                |
        | uma máquina quase de graça     | max_price=0.001                 |
        | uma RTX 3070 com 48 GB de VRAM | gpu_name=rtx3070 min_gpu_ram=48 |

  Regra: A busca traz tudo o que atende aos filtros

    Esquema do Cenário: A busca <critério> traz tudo o que serve
      Dado que já executei `dumont instance offers <filtro> limit=100`
      E que anotei o campo "count" como <achadas>
      Quando executo `dumont instance offers limit=100`
      Então a API responde 200
      E a lista "offers" tem no máximo <achadas> itens com:
        | campo   | condição   |
        | <campo> | <condição> |

      Exemplos:
        | critério                | filtro              | campo       | condição         |
        | pelo preço              | max_price=0.20      | dph_total   | é no máximo 0.20 |
        | pelo nome da GPU        | gpu_name=rtx4090    | gpu_name    | é "RTX 4090"     |
        | pela quantidade de GPUs | num_gpus=2          | num_gpus    | é no mínimo 2    |
        | pela VRAM               | min_gpu_ram=24      | gpu_ram     | é no mínimo 24   |
        | pelos núcleos           | min_cpu_cores=32    | cpu_cores   | é no mínimo 32   |
        | pela memória            | min_cpu_ram=128     | cpu_ram     | é no mínimo 128  |
        | pelo disco              | min_disk=500        | disk_space  | é no mínimo 500  |
        | pela rede               | min_inet_down=2000  | inet_down   | é no mínimo 2000 |
        | pela confiabilidade     | min_reliability=0.9 | reliability | é no mínimo 0.9  |
        | pela verificação        | verified_only=true  | verified    | é true           |
        | pelo IP fixo            | static_ip=true      | static_ip   | é true           |

    Esquema do Cenário: Há ofertas na região <região>
      Quando executo `dumont instance offers region=<região> limit=100`
      Então a API responde 200
      E a lista "offers" tem ao menos 5 itens

      Exemplos:
        | região |
        | US     |
        | EU     |
        | ASIA   |

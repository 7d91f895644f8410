# language: pt
@criticidade-media
Funcionalidade: Descrição do projeto

  Contexto:
    Dado que estou autenticado
    E que a pasta do projeto tem o arquivo "requirements.txt":
      """
      torch==2.1.0
      diffusers==0.30.0
      """

  Regra: A descrição completa ou substitui os arquivos

    Cenário: Sem arquivos, vale a descrição do projeto
      Dado que a pasta do projeto está vazia
      Quando executo `dumont ai-wizard analyze "project_description=Fine-tune Llama 3 70B with LoRA"`
      Então a API responde 200
      E a lista "analysis.files" está vazia
      E a resposta tem:
        | campo                | condição       |
        | analysis.task        | é "training"   |
        | analysis.min_vram_gb | é no mínimo 48 |

    Cenário: A descrição se soma ao que os arquivos dizem
      Quando executo `dumont ai-wizard analyze "project_description=Fine-tune Llama 3 70B with LoRA"`
      Então a API responde 200
      E a resposta tem:
        | campo                | condição                  |
        | analysis.files       | contém "requirements.txt" |
        | analysis.frameworks  | contém "diffusers"        |
        | analysis.task        | é "training"              |
        | analysis.min_vram_gb | é no mínimo 48            |

    Cenário: Descrição em branco é recusada
      Quando executo `dumont ai-wizard analyze project_description=`
      Então a API recusa o parâmetro "project_description"

  Regra: Analisar é de graça e para todos

    Cenário: Analisar o projeto sem sessão
      Dado que já executei `dumont auth logout`
      E que não estou autenticado
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E o campo "analysis.frameworks" contém "torch"

    Cenário: Analisar o projeto não aluga nada
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E minhas instâncias continuam as mesmas
      E meus gastos continuam os mesmos

# language: pt
@criticidade-media
Funcionalidade: Análise dos arquivos do projeto

  Contexto:
    Dado que estou autenticado
    E que a pasta do projeto tem o arquivo "requirements.txt":
      """
      torch==2.1.0
      diffusers==0.30.0
      """

  Regra: O que o projeto usa está escrito nos arquivos dele

    Esquema do Cenário: Analisar um projeto com <pacote> no requirements.txt
      Dado que a pasta do projeto tem o arquivo "requirements.txt":
        """
        numpy
        <pacote>
        """
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E a lista "analysis.files" tem 1 item
      E a lista "analysis.frameworks" tem 1 item
      E a resposta tem:
        | campo                 | condição           |
        | analysis.frameworks.0 | é "<framework>"    |
        | analysis.task         | é "<tarefa>"       |
        | analysis.min_vram_gb  | é no mínimo <vram> |

      Exemplos:
        | pacote            | framework    | tarefa    | vram |
        | torchvision       | torch        | inference | 8    |
        | tensorflow>=2.15  | tensorflow   | inference | 8    |
        | diffusers==0.30.0 | diffusers    | inference | 12   |
        | vllm[all]>=0.5    | vllm         | inference | 16   |
        | transformers      | transformers | inference | 16   |
        | peft==0.11        | peft         | training  | 16   |
        | deepspeed         | deepspeed    | training  | 24   |

    Esquema do Cenário: Analisar um Dockerfile que parte de <imagem> e instala <pacote>
      Dado que a pasta do projeto está vazia
      E que a pasta do projeto tem o arquivo "Dockerfile":
        """
        FROM <imagem>
        RUN apt-get update && pip install --no-cache-dir <pacote>
        """
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E a lista "analysis.files" tem 1 item
      E o campo "analysis.files" contém "Dockerfile"
      E o campo "analysis.frameworks" contém "<framework>"

      Exemplos:
        | imagem                         | pacote       | framework    |
        | pytorch/pytorch:2.1.0-cuda12.1 | flask        | torch        |
        | tensorflow/tensorflow:2.15.0   | flask        | tensorflow   |
        | python:3.11-slim               | transformers | transformers |

    Cenário: Analisar um projeto com requirements.txt e Dockerfile
      Dado que a pasta do projeto tem o arquivo "Dockerfile":
        """
        FROM python:3.11
        RUN pip install vllm
        """
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E a lista "analysis.files" tem 2 itens
      E a lista "analysis.frameworks" tem 3 itens
      E a resposta tem:
        | campo                | condição                  |
        | analysis.files       | contém "requirements.txt" |
        | analysis.files       | contém "Dockerfile"       |
        | analysis.frameworks  | contém "torch"            |
        | analysis.frameworks  | contém "diffusers"        |
        | analysis.frameworks  | contém "vllm"             |
        | analysis.min_vram_gb | é no mínimo 16            |

    Cenário: Projeto sem nada de IA cabe na menor GPU
      Dado que a pasta do projeto tem o arquivo "requirements.txt":
        """
        flask
        """
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E a lista "analysis.frameworks" está vazia
      E o campo "analysis.min_vram_gb" é 8

  Regra: Sem arquivo que diga o que o projeto usa, o assistente não adivinha

    Cenário: Pasta vazia é recusada
      Dado que a pasta do projeto está vazia
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 422
      E o erro diz "requirements.txt or Dockerfile"

    Esquema do Cenário: Pasta que só tem <arquivo> é recusada
      Dado que a pasta do projeto está vazia
      E que a pasta do projeto tem o arquivo "<arquivo>":
        """
        torch==2.1.0
        """
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 422
      E o erro diz "requirements.txt or Dockerfile"

      Exemplos:
        | arquivo              |
        | README.md            |
        | requirements-dev.txt |
        | app/requirements.txt |

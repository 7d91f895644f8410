import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from '../errors';
import { readDockerfile } from './dockerfile';
import { analyzeProject } from './project-analysis';
import { packagesOfRequirements } from './requirements-file';

describe('requirements.txt', () => {
  it('is read line by line: versions, extras, markers, comments, options and URLs', () => {
    const content = [
      '\uFEFF# the model',
      'torch==2.1.0   # pinned',
      'Sentence_Transformers>=2,<4',
      'vllm[all] ~= 0.5 ; python_version > "3.9"',
      'peft @ https://example.com/peft.whl',
      'accelerate # for two GPUs',
      'torch>=2',
      '-r base.txt',
      '--extra-index-url https://example.com/diffusers',
      '-e ./transformers',
      'git+https://github.com/huggingface/trl.git',
      './local/deepspeed',
      '',
    ].join('\r\n');
    assert.deepEqual(packagesOfRequirements(content), ['torch', 'sentence-transformers', 'vllm', 'peft', 'accelerate']);
  });
});

describe('Dockerfile', () => {
  it('gives its images and what pip installs, over continued lines and in both forms of RUN', () => {
    const content = [
      '# FROM tensorflow/tensorflow',
      'FROM --platform=linux/amd64 pytorch/pytorch:2.1.0 AS base',
      'RUN apt-get update && apt-get install -y git && \\',
      '    # a comment inside',
      '    python3 -m pip install --no-cache-dir -r requirements.txt "transformers>=4.40" \\',
      "      --index-url https://example.com/simple 'peft[dev]'",
      'RUN ["pip3", "install", "trl"]',
      'FROM base',
      'CMD pip install vllm',
    ].join('\n');
    assert.deepEqual(readDockerfile(content), { images: ['pytorch/pytorch:2.1.0'], packages: ['transformers', 'peft', 'trl'] });
  });
});

describe('project analysis', () => {
  it('finds frameworks, task and VRAM in requirements.txt', () => {
    const analysis = analyzeProject({ files: { 'requirements.txt': 'torch==2.1.0\ndiffusers==0.30.0\n' } });
    const { reasons, ...rest } = analysis;
    assert.deepEqual(rest, {
      files: ['requirements.txt'],
      frameworks: ['torch', 'diffusers'],
      task: 'inference',
      min_vram_gb: 12,
    });
    assert.equal(reasons.length, 2);
    assert.match(reasons[1] ?? '', /requirements\.txt asks for diffusers.*12 GB/);
  });

  it('sees training in the tools of fine-tuning', () => {
    const { task, min_vram_gb } = analyzeProject({ files: { 'requirements.txt': 'transformers\npeft\ntrl' } });
    assert.deepEqual([task, min_vram_gb], ['training', 16]);
  });

  it('reads the Dockerfile too, and names each framework once', () => {
    const files = {
      'requirements.txt': 'torch',
      Dockerfile: 'FROM pytorch/pytorch\nRUN pip install torch deepspeed',
      'README.md': 'vllm',
    };
    const { files: read, frameworks, min_vram_gb } = analyzeProject({ files });
    assert.deepEqual([read, frameworks, min_vram_gb], [['requirements.txt', 'Dockerfile'], ['torch', 'deepspeed'], 24]);
  });

  it('lets the description raise the need and say the task', () => {
    const files = { 'requirements.txt': 'torch' };
    const { min_vram_gb, task } = analyzeProject({ files, project_description: 'We fine-tune Llama 3 70B' });
    assert.deepEqual([min_vram_gb, task], [48, 'training']);
    assert.equal(analyzeProject({ files, project_description: 'a little thing' }).min_vram_gb, 8);
    assert.equal(analyzeProject({ project_description: 'Serve Mistral 7B' }).min_vram_gb, 12);
  });

  it('takes a project without a known framework for a small one', () => {
    const { frameworks, min_vram_gb, reasons } = analyzeProject({ files: { 'requirements.txt': 'flask\n' } });
    assert.deepEqual([frameworks, min_vram_gb, reasons.length], [[], 8, 1]);
  });

  it('does not guess: nothing to read is a 422 that says what is missing', () => {
    const requests: Parameters<typeof analyzeProject>[0][] = [
      {},
      { files: {} },
      { files: { 'package.json': '{}' } },
      { files: {}, project_description: '  ' },
    ];
    for (const request of requests) {
      assert.throws(
        () => analyzeProject(request),
        (error) =>
          error instanceof DomainError && error.status === 422 && error.message.includes('requirements.txt or Dockerfile'),
      );
    }
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Redactor } from './redaction';

test('a secret goes in every form in which it travels', () => {
  const secret = 'sê nha/"7&x';
  const redactor = new Redactor();
  redactor.learn(secret);
  const forms = [
    secret,
    JSON.stringify(secret),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('base64url'),
  ];
  for (const form of forms) assert.doesNotMatch(redactor.redact(`antes ${form} depois`), /nha|c8O|%22|7&x/, form);
  assert.equal(redactor.redact(`antes ${secret} depois`), 'antes *** depois');
});

test('the longer of two secrets goes first', () => {
  const redactor = new Redactor();
  redactor.learn('senha');
  redactor.learn('senha-mestra');
  assert.equal(redactor.redact('senha-mestra e senha'), '*** e ***');
});

test('what looks like a token goes even if nobody told', () => {
  const redactor = new Redactor();
  assert.equal(redactor.redact('token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl.'), 'token ***.');
  assert.equal(redactor.redact('Authorization: Bearer abcdefgh1234'), 'Authorization: Bearer ***');
});

test('a value is cleaned at depth, its names too, and keeps its form', () => {
  const redactor = new Redactor();
  redactor.learn('senha-mestra');
  redactor.learn('12345678');
  const value = { 'a senha-mestra': [{ text: 'é senha-mestra', code: 12345678, port: 22 }, null, true], none: undefined };
  const clean = { 'a ***': [{ text: 'é ***', code: '***', port: 22 }, null, true], none: undefined };
  assert.deepEqual(redactor.redactValue(value), clean);
});

test('a value too short to be a secret does not blot out words', () => {
  const redactor = new Redactor();
  redactor.learn('abc');
  assert.equal(redactor.redact('abcabc'), 'abcabc');
});

import { expect, test } from 'vitest';
import { turnKind } from '../../src/metrics/turn-kind.ts';

test.each([
  ['message', undefined, 'message'],
  ['messageUpdate', undefined, 'edit'],
  ['messageDelete', undefined, 'delete'],
  ['conversationUpdate', undefined, 'installed'],
  ['installationUpdate', undefined, 'installed'],
  ['invoke', 'signin/tokenExchange', 'sign-in'],
  ['invoke', 'signin/verifyState', 'sign-in'],
  ['invoke', 'adaptiveCard/action', 'card'],
  ['invoke', 'composeExtension/query', 'extension'],
  ['invoke', 'task/fetch', 'other'],
  ['invoke', undefined, 'other'],
  ['typing', undefined, 'other'],
  ['constructor', undefined, 'other'],
  ['anything-from-outside', 'signin/x', 'other'],
  [undefined, undefined, 'other'],
])('%s %s counts as %s', (type, name, kind) => {
  expect(turnKind(type, name)).toBe(kind);
});

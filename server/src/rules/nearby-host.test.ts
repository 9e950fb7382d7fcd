import { expect, test } from 'vitest'
import { isSlip } from './nearby-host'

test.each([
  ['api.stirpe.com', 'api.stripe.com', true],
  ['api.strpe.com', 'api.stripe.com', true],
  ['api.stripee.com', 'api.stripe.com', true],
  ['api.strope.com', 'api.stripe.com', true],
  ['api.stripe.com', 'api.stripe.com', false],
  ['app.stripe.com', 'api.stripe.com', false],
  ['shard1.example.com', 'shard2.example.com', false],
  ['orders.example.com', 'users.example.com', false],
  ['a.api.stripe.com', 'api.stripe.com', false],
])('%s for %s: %s', (a, b, expected) => expect(isSlip(a, b)).toBe(expected))

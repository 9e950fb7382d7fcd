import { describe, expect, test } from 'vitest'
import { fullyQualifiedHost, hostCovers, hostsMatch, isSubsetOfHost } from './host-name'

describe('a registered host covers a called name', () => {
  test.each([
    ['api.example.com', 'api.example.com', true],
    ['api.example.com', 'API.example.com', true],
    ['api.example.com', 'api.example.com.', true],
    ['api.example.com', 'www.example.com', false],
    ['*.example.com', 'a.example.com', true],
    ['*.example.com', 'a.b.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'badexample.com', false],
    ['*foo.com', 'barfoo.com', true],
    ['*foo.com', 'foo.com', false],
  ])('%s and %s: %s', (registered, called, expected) => {
    expect(hostCovers(registered, called)).toBe(expected)
  })
})

describe('an import takes a host', () => {
  test.each([
    ['a.example.com', '*.example.com', true],
    ['*.api.example.com', '*.example.com', true],
    ['*.com', '*.example.com', false],
    ['*.example.com', 'a.example.com', false],
    ['anything.at.all', '*', true],
    ['*.example.com', '*', true],
  ])('%s by %s: %s', (host, cover, expected) => {
    expect(isSubsetOfHost(host, cover)).toBe(expected)
  })
})

test('two hosts match if they share a name, whichever is the wildcard', () => {
  expect(hostsMatch('*.example.com', 'a.example.com')).toBe(true)
  expect(hostsMatch('a.example.com', '*.example.com')).toBe(true)
  expect(hostsMatch('*.com', '*.example.com')).toBe(true)
  expect(hostsMatch('*.example.com', '*.example.org')).toBe(false)
  expect(hostsMatch('a.example.com', 'b.example.com')).toBe(false)
})

test('a name without a dot is a Service of its own namespace', () => {
  expect(fullyQualifiedHost('db', 'shop')).toBe('db.shop.svc.cluster.local')
  expect(fullyQualifiedHost('db.example.com', 'shop')).toBe('db.example.com')
  expect(fullyQualifiedHost('*', 'shop')).toBe('*')
})

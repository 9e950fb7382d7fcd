import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resourcesOf } from '../kubernetes/resources-of'
import { readYaml } from '../yaml/reader'
import { checkStructure } from './check-structure'

/** Every error of a text as `marked text → message`, `?` before those that leave the object accepted. */
function errorsIn(text: string): readonly string[] {
  return resourcesOf(readYaml(text)).flatMap(({ head, node }) =>
    checkStructure(head.kind, node).map(
      ({ range, message, unknownField }) =>
        `${unknownField ? '? ' : ''}${text.slice(range.start, range.end)} → ${message}`,
    ),
  )
}

const entry = (spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: a, namespace: b }\nspec:\n${spec}`
const sidecar = (spec: string) =>
  `apiVersion: networking.istio.io/v1beta1\nkind: Sidecar\nmetadata: { name: a, namespace: b }\nspec:\n${spec}`

test('objects that Istio accepts have no error', () => {
  const text = readFileSync(join(import.meta.dirname, 'fixtures/valid-objects.yaml'), 'utf8')
  expect(resourcesOf(readYaml(text)).length).toBeGreaterThan(150)
  expect(errorsIn(text)).toEqual([])
})

describe('values of the wrong form', () => {
  const cases: readonly (readonly [name: string, text: string, errors: readonly string[]])[] = [
    [
      'a number in quotes',
      entry('  hosts: [a.com]\n  ports:\n    - number: "443"\n      name: tls\n'),
      ['"443" → `spec.ports[0].number` must be a whole number, but this is one text. Take the quotes away: `443`.'],
    ],
    [
      'a word that YAML 1.1 takes for a boolean',
      entry('  hosts: [a.com]\n  ports: [{ number: 443, name: y }]\n'),
      [
        'y → `spec.ports[0].name` must be text, but this is `y`, which YAML reads as a boolean. Put quotes around it: `"y"`.',
      ],
    ],
    [
      'one text in place of a list',
      entry('  hosts: api.example.com\n'),
      [
        'api.example.com → `spec.hosts` must be a list of texts, but this is one text. Put brackets around it: `[api.example.com]`.',
      ],
    ],
    [
      'a map in place of a list, marked without the line break behind it',
      entry('  hosts: [a.com]\n  ports:\n    number: 443\n    name: tls\n\n'),
      [
        'number: 443\n    name: tls → `spec.ports` must be a list of maps, but this is a map. Put a dash and a space before the first field of each item.',
      ],
    ],
    [
      'a key without a value',
      entry('  hosts: [a.com]\n  resolution:\n'),
      [
        'resolution → `spec.resolution` has no value. Write one of `NONE`, `STATIC`, `DNS`, `DNS_ROUND_ROBIN` or `DYNAMIC_DNS`, or delete the line.',
      ],
    ],
    [
      'an enum in lower case',
      sidecar('  outboundTrafficPolicy: { mode: registry_only }\n'),
      [
        'registry_only → `spec.outboundTrafficPolicy.mode` cannot be `registry_only`. Did you mean `REGISTRY_ONLY`? It must be one of `REGISTRY_ONLY` or `ALLOW_ANY`.',
      ],
    ],
    [
      'a number where a name of a list stands gives one error',
      entry('  hosts: [a.com]\n  resolution: 2\n'),
      [
        '2 → `spec.resolution` must be one of `NONE`, `STATIC`, `DNS`, `DNS_ROUND_ROBIN` or `DYNAMIC_DNS`, but this is a number.',
      ],
    ],
    [
      'a port below zero',
      entry('  hosts: [a.com]\n  ports: [{ number: -1, name: tls }]\n'),
      ['-1 → `spec.ports[0].number` is -1, which is out of range. A port is a whole number from 1 to 65535.'],
    ],
    [
      'a number beyond 32 bits with a sign',
      sidecar('  inboundConnectionPool: { tcp: { maxConnections: 3000000000 } }\n'),
      [
        '3000000000 → `spec.inboundConnectionPool.tcp.maxConnections` is 3000000000, which is out of range. Write a number from -2147483648 to 2147483647.',
      ],
    ],
    ['an empty list', entry('  hosts: []\n'), ['[] → `spec.hosts` is empty. Write at least one item.']],
    [
      'a name that is no text',
      'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: { name: 12 }\nspec: { egress: [{ hosts: [./*] }] }\n',
      ['12 → `metadata.name` must be text, but this is a number. Put quotes around it: `"12"`.'],
    ],
    [
      'a version that does not exist',
      'apiVersion: networking.istio.io/v2\nkind: ServiceEntry\nspec: { hosts: [a.com] }\n',
      [
        'networking.istio.io/v2 → `apiVersion` cannot be `networking.istio.io/v2`. Did you mean `networking.istio.io/v1`? It must be one of `networking.istio.io/v1`, `networking.istio.io/v1beta1` or `networking.istio.io/v1alpha3`.',
      ],
    ],
  ]
  test.each(cases)('%s', (_, text, errors) => expect(errorsIn(text)).toEqual(errors))
})

describe('fields that are missing or unknown', () => {
  const cases: readonly (readonly [name: string, text: string, errors: readonly string[]])[] = [
    [
      'no spec',
      'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: a }\n',
      ['ServiceEntry → This ServiceEntry lacks `spec`, and is refused without. Add `spec` (a map of fields).'],
    ],
    [
      'all that one map lacks is one error',
      entry('  hosts: [a.com]\n  ports:\n    - protocol: TLS\n'),
      [
        'protocol → `spec.ports[0]` lacks `number` and `name`, and is refused without. Add `number` (a whole number) and `name` (text).',
      ],
    ],
    [
      'an unknown field leaves the object accepted',
      entry('  hosts: [a.com]\n  export_to: [.]\n'),
      [
        '? export_to → ServiceEntry has no field `spec.export_to`: kubectl refuses it, other tools drop it silently. Did you mean `exportTo`?',
      ],
    ],
    [
      'a mistyped field and the missing one that it stands for are one mistake, and refuse the object',
      entry('  host: [a.com]\n'),
      [
        'host → ServiceEntry has no field `spec.host`: kubectl refuses it, other tools drop it silently. Did you mean `hosts`? Without `hosts` the object is refused.',
      ],
    ],
    [
      'a field of another level',
      `${entry('  hosts: [a.com]\n')}exportTo: [.]\n`,
      [
        '? exportTo → ServiceEntry has no field `exportTo`: kubectl refuses it, other tools drop it silently. The field `exportTo` belongs in `spec`.',
      ],
    ],
    [
      "another object's word",
      sidecar('  workloadSelector: { matchLabels: { app: x } }\n'),
      [
        '? matchLabels → Sidecar has no field `spec.workloadSelector.matchLabels`: kubectl refuses it, other tools drop it silently. Did you mean `labels`?',
      ],
    ],
    [
      'a field that nothing resembles',
      entry('  hosts: [a.com]\n  ports: [{ number: 1, name: a, zzzzzz: 1 }]\n'),
      [
        '? zzzzzz → ServiceEntry has no field `spec.ports[0].zzzzzz`: kubectl refuses it, other tools drop it silently. The fields here are `name`, `number`, `protocol`, `targetPort`.',
      ],
    ],
    [
      'keys that are names of JavaScript itself are unknown like others',
      entry('  hosts: [a.com]\n  __proto__: { hosts: 1 }\n  constructor: 1\n'),
      [
        '? __proto__ → ServiceEntry has no field `spec.__proto__`: kubectl refuses it, other tools drop it silently. The fields here are `addresses`, `endpoints`, `exportTo`, `hosts`, `location`, `ports`, `resolution`, `subjectAltNames`, `workloadSelector`.',
        '? constructor → ServiceEntry has no field `spec.constructor`: kubectl refuses it, other tools drop it silently. The fields here are `addresses`, `endpoints`, `exportTo`, `hosts`, `location`, `ports`, `resolution`, `subjectAltNames`, `workloadSelector`.',
      ],
    ],
  ]
  test.each(cases)('%s', (_, text, errors) => expect(errorsIn(text)).toEqual(errors))
})

test('a mistake behind an anchor is reported once, where it stands', () => {
  const text = entry('  hosts: [a.com]\n  ports:\n    - &p { number: "1", name: a }\n    - *p\n')
  expect(errorsIn(text)).toEqual([
    '"1" → `spec.ports[0].number` must be a whole number, but this is one text. Take the quotes away: `1`.',
  ])
})

test('kinds without a schema and namesakes of other groups are not checked', () => {
  expect(errorsIn('apiVersion: example.com/v1\nkind: Sidecar\nspec: { what: 1 }\n')).toEqual([])
  expect(errorsIn('apiVersion: v1\nkind: Service\nspec: { what: 1 }\n')).toEqual([])
})

test('status and Kubernetes metadata of a fetched object are no mistakes', () => {
  const text = `${entry('  hosts: [a.com]\n').replace('namespace: b', 'namespace: b, uid: x, generation: 3, managedFields: []')}status: { conditions: [{ a: 1 }] }\n`
  expect(errorsIn(text)).toEqual([])
})

test('thousands of mistakes in one object are cut and stay quick', () => {
  const ports = Array.from({ length: 4000 }, (_, index) => `    - { number: "x", name: ${index}, p${index}: 1 }`).join(
    '\n',
  )
  expect(errorsIn(entry(`  hosts: [a.com]\n  ports:\n${ports}\n`)).length).toBe(100)
})

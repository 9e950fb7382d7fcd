import { expect, test } from 'vitest'
import { resourcesOf } from '../kubernetes/resources-of'
import { readYaml } from '../yaml/reader'
import { findDestinations } from './find-destinations'

function found(text: string) {
  return resourcesOf(readYaml(text)).flatMap((resource) => findDestinations(resource, text))
}

/** `place host:port`, the place being the text that the range covers. */
function show(text: string): readonly string[] {
  return found(text).map(({ fact, range }) => `${text.slice(range.start, range.end)} → ${fact.host}:${fact.port}`)
}

const pod = (container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - ${container}\n`

test('variables are put in as Kubernetes does: earlier ones, in arguments all', () => {
  expect(
    show(
      pod(`name: c
      args: ["--x=https://t.$(DOMAIN):8443", "--y=http://$(NOWHERE)/x", "--z=https://$$(DOMAIN).io"]
      env:
        - {name: EARLY, value: "http://$(HOST_NAME)/x"}
        - {name: HOST_NAME, value: db.example.com}
        - {name: URL, value: "postgres://u@$(HOST_NAME):5433/x"}
        - {name: REGION, value: eu}
        - {name: DOMAIN, value: example.net}
        - {name: IMG, value: "https://img-$(REGION).$(DOMAIN)/x"}
        - {name: NODE, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}
        - {name: NODE_URL, value: "http://$(NODE):80"}`),
    ),
  ).toEqual([
    'db.example.com → db.example.com:null',
    '$(HOST_NAME) → db.example.com:5433',
    'img-$(REGION).$(DOMAIN) → img-eu.example.net:443',
    't.$(DOMAIN) → t.example.net:8443',
  ])
})

test('facts say where they stand, and whether the text is there', () => {
  const text = pod('{name: c, env: [{name: U, value: "https://a.example.com"}], args: [--u, "https://b.example.com"]}')
  expect(found(text).map(({ fact }) => fact)).toEqual([
    {
      id: 'Pod//p|spec.containers[0].env[0].value|1',
      resource: 'Pod//p',
      host: 'a.example.com',
      port: 443,
      protocol: 'HTTPS',
      via: 'env',
      confidence: 'high',
      key: 'c',
      derived: false,
    },
    {
      id: 'Pod//p|spec.containers[0].args[1]|1',
      resource: 'Pod//p',
      host: 'b.example.com',
      port: 443,
      protocol: 'HTTPS',
      via: 'arg',
      confidence: 'high',
      key: 'c',
      derived: false,
    },
  ])
})

test('what is reached by an alias stands once, at the anchor', () => {
  expect(show(pod('{name: a, env: &e [{name: U, value: "https://a.example.com"}]}\n    - {name: b, env: *e}'))).toEqual(
    ['a.example.com → a.example.com:443'],
  )
})

test('a Secret is read through base64, its range is the part of it that holds the host', () => {
  const value = Buffer.from('redis://:pä@cache.example.com:6390/0').toString('base64')
  const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  URL: ${value}\n  bin: /9j/4AAQ\nstringData: {OTHER: "https://u:secret@b.example.com"}\n`
  const [other, url] = found(text)
  expect(other?.fact).toMatchObject({ host: 'b.example.com', via: 'secret', derived: false })
  expect(JSON.stringify(other?.fact)).not.toContain('u:secret')
  expect(url?.fact).toMatchObject({
    host: 'cache.example.com',
    port: 6390,
    protocol: 'REDIS',
    key: 'URL',
    derived: true,
  })
  const shown = text.slice(url?.range.start, url?.range.end)
  expect(value).toContain(shown)
  expect(shown.length).toBeLessThan(value.length)
})

test('a block scalar in a ConfigMap: the host of an embedded escape stands in its own text', () => {
  const text =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a.json: |\n    {"u": "http:\\/\\/a.example.com"}\n  b.yaml: "u: \\"https://b.example.com\\"\\n"\n'
  expect(show(text)).toEqual(['a.example.com → a.example.com:80', 'b.example.com → b.example.com:443'])
})

test('a bare value without a telling key waits for a variable', () => {
  const text =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {first: db.example.com, note: some.text.html}\n'
  expect(found(text).map(({ fact }) => fact)).toMatchObject([
    { host: 'db.example.com', confidence: 'low', needsVariable: true },
  ])
})

test('pull secrets, images, probes and volumes name nobody that the pod calls', () => {
  expect(
    show(
      `${pod('{name: c, image: "r.example.com/x:1", livenessProbe: {httpGet: {host: h.example.com}}}\n  volumes: [{name: v, nfs: {server: n.example.com}}]')}---
apiVersion: v1
kind: Secret
metadata: {name: r}
type: kubernetes.io/dockerconfigjson
stringData: {.dockerconfigjson: '{"auths":{"https://r.example.com":{}}}'}
`,
    ),
  ).toEqual([])
})

test('ExternalName Services, token issuers and extension providers', () => {
  expect(
    show(`apiVersion: v1
kind: Service
metadata: {name: a}
spec: {type: ExternalName, externalName: "a.example.com.", ports: [{name: mysql, port: 3306}, {name: http, port: 80}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: r}
spec:
  jwtRules:
    - {issuer: "https://no.example.com", jwksUri: "https://keys.example.com/k", audiences: ["https://no.example.com"]}
    - {issuer: "https://issuer.example.com"}
    - {issuer: "https://no.example.com", jwks: "{}"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    trustDomain: no.example.com
    extensionProviders:
      - {name: o, envoyExtAuthzHttp: {service: ns/o.example.com, port: "8181"}}
`),
  ).toEqual([
    'a.example.com. → a.example.com:3306',
    'a.example.com. → a.example.com:80',
    'keys.example.com → keys.example.com:443',
    'issuer.example.com → issuer.example.com:443',
    'o.example.com → o.example.com:8181',
  ])
})

#!/usr/bin/env node
import crypto from 'node:crypto'
// gen.mjs - writes a deterministic workspace of Kubernetes and Istio YAML for the benchmarks.
//
//   node gen.mjs --out DIR --files N [--seed 42] [--manifest FILE.json] [--crlf 0.01] [--templates 0]
//   node gen.mjs --huge FILE.yaml [--mb 5] [--seed 42]
//
// Same arguments, same bytes (own random numbers, no clock); the line printed at the end has a sha256 over all paths
// and contents, so that two machines can show that they measured the same workspace. DIR is emptied first.
//
// The mix is that of a platform monorepo under REGISTRY_ONLY, about 80 lines a file; see SHARES below.
// Of the hosts that workloads and ConfigMaps name, about 70 % are services of the mesh (each has a Service manifest,
// and the caller's Sidecar imports its namespace), 20 % external and registered for everybody, 2 % registered but
// kept by another namespace (exportTo "."), 8 % registered nowhere. --manifest FILE writes the exact list of the last
// two groups, with what Envoy does about each; README.md says in which form.
// --templates P turns that share of the Deployments into Helm templates, --crlf P gives that share of files CRLF ends.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: {
    out: { type: 'string' },
    files: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '42' },
    manifest: { type: 'string' },
    crlf: { type: 'string', default: '0.01' },
    templates: { type: 'string', default: '0' },
    huge: { type: 'string' },
    mb: { type: 'string', default: '5' },
  },
})

/** How many of 100 files are of which kind. File 0 is the IstioOperator that sets REGISTRY_ONLY. */
const SHARES = {
  deployment: 22, // one Deployment
  bundle: 6, // Deployment, Service and VirtualService in one file
  stateful: 4, // StatefulSet or CronJob
  service: 10, // several Services
  configmap: 10, // hosts inside application.properties, application.yaml, .env
  other: 6, // HorizontalPodAutoscaler, PodDisruptionBudget, NetworkPolicy, Role
  serviceentry: 8,
  virtualservice: 6,
  destinationrule: 4,
  sidecar: 2,
  namespace: 1,
  ci: 5, // from here on: YAML that is no Kubernetes at all
  values: 7,
  compose: 4,
  openapi: 5,
}

// ---------------------------------------------------------------- random numbers

/** mulberry32: a small generator whose numbers are the same on every machine. */
function randomNumbers(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let r = Math.imul(state ^ (state >>> 15), 1 | state)
    r = (r + Math.imul(r ^ (r >>> 7), 61 | r)) ^ r
    return ((r ^ (r >>> 14)) >>> 0) / 4294967296
  }
}
const seed = Number(options.seed)
const random = randomNumbers(seed)
const int = (low, high) => low + Math.floor(random() * (high - low + 1))
const pick = (list) => list[Math.floor(random() * list.length)]
const chance = (p) => random() < p
const hex = (digits) => Array.from({ length: digits }, () => '0123456789abcdef'[int(0, 15)]).join('')
const times = (count, write) => Array.from({ length: count }, (_, i) => write(i))

// ---------------------------------------------------------------- the mesh

const TEAMS = (
  'payments orders catalog search identity billing shipping inventory media reports ' +
  'notify fraud risk growth data ml edge mobile partner support'
).split(' ')
const NOUNS = (
  'api worker gateway sync scheduler ingest export cache proxy web ' +
  'events admin webhook ledger quota router loader mailer auth session'
).split(' ')
const VENDORS = (
  'stripe paypal twilio sendgrid datadoghq sentry okta auth0 algolia mapbox ' +
  'segment mixpanel snowflake pagerduty slack github openai plaid avalara adyen'
).split(' ')
const SUBDOMAINS = 'api eu us ingest hooks files auth events v2 pay'.split(' ')

/** Namespaces, services and external hosts of a mesh whose workspace has `files` files. */
function meshOf(files) {
  const count = Math.max(3, Math.round(files / 60))
  const namespaces = times(
    count,
    (i) => TEAMS[i % TEAMS.length] + (i < TEAMS.length ? '' : `-${Math.floor(i / TEAMS.length)}`),
  )
  const services = times(Math.max(12, Math.round(files * 0.28)), (i) => {
    const n = Math.floor(i / count)
    const name = `${NOUNS[n % NOUNS.length]}-${Math.floor(n / NOUNS.length)}`
    const port = pick([80, 8080, 8443, 9090, 3000, 5000])
    return { name, ns: namespaces[i % count], port, tuned: i < files * 0.1 } // tuned: a DestinationRule with subsets is there
  })
  const mesh = { namespaces, services, registered: [], kept: [], unregistered: [] }
  times(Math.max(20, Math.round(files * 0.65)), (i) => {
    const vendor = VENDORS[Math.floor(i / SUBDOMAINS.length) % VENDORS.length] + (Math.floor(i / 200) || '')
    const host = `${SUBDOMAINS[i % SUBDOMAINS.length]}.${vendor}.example.${i % 3 ? 'com' : 'io'}`
    if (i % 5 === 4) mesh.unregistered.push(host)
    else if (i % 20 === 7) mesh.kept.push({ host, ns: namespaces[i % count] })
    else mesh.registered.push(host)
  })
  mesh.servicesIn = new Map(namespaces.map((ns) => [ns, services.filter((service) => service.ns === ns)]))
  return mesh
}

/** The namespaces that workloads of `ns` call, its own among them; the Sidecars of `ns` import exactly these. */
function imports(ns) {
  const all = mesh.namespaces
  const at = all.indexOf(ns)
  return [...new Set([0, 1, 3, 7, 12].map((step) => all[(at + step) % all.length]))]
}
/** One namespace in eight opens itself up again with its Sidecar. */
const policyOf = (ns) => (mesh.namespaces.indexOf(ns) % 8 === 5 ? 'ALLOW_ANY' : 'REGISTRY_ONLY')

let mesh
const calls = [] // every reference to a host, with its place
const declared = { services: new Set(), everywhere: new Set(), kept: new Set() }
const cursor = {}
/** Takes the list's members in turn, one at each call of this name. */
const next = (name, list) => list[(cursor[name] = (cursor[name] ?? -1) + 1) % list.length]
const number = (name) => (cursor[name] = (cursor[name] ?? -1) + 1)
const nextService = () => next('service', mesh.services)

// ---------------------------------------------------------------- documents

class Document {
  lines = []
  /** What calls from this document have in common; set for workloads and ConfigMaps. */
  caller = null

  /** Adds the lines of the text; one line break at its start is for the eye only. */
  add(text) {
    this.lines.push(...text.replace(/^\n/, '').split('\n'))
  }

  /** Adds one line that names a host to call: `write(address)` gives the line. */
  addCall(write) {
    const { ns } = this.caller
    const target = this.#target(ns)
    this.add(write(target.address))
    calls.push({ document: this, index: this.lines.length, ...target, ...this.caller })
  }

  #target(ns) {
    const r = random()
    if (r < 0.7) {
      const service = pick(mesh.servicesIn.get(pick(imports(ns))))
      const host = service.name + pick([`.${service.ns}.svc.cluster.local`, `.${service.ns}`, `.${service.ns}.svc`])
      const address = pick([
        `http://${host}:${service.port}/v1`,
        `grpc://${host}:${service.port}`,
        `${host}:${service.port}`,
      ])
      return { host, port: service.port, service: `${service.name}.${service.ns}`, address }
    }
    const kept = mesh.kept.filter((entry) => entry.ns !== ns)
    if (r < 0.9 || (r < 0.92 && !kept.length)) return { ...tlsAddress(pick(mesh.registered)), group: 'registered' }
    if (r < 0.92) return { ...tlsAddress(pick(kept).host), group: 'kept' }
    const host = pick(mesh.unregistered)
    if (this.caller.source === 'ConfigMap' || chance(0.6)) return { ...tlsAddress(host), group: 'unregistered' }
    const [address, port] = pick([
      [`http://${host}:8080/v1`, 8080],
      [`postgres://app@${host}:5432/main?sslmode=require`, 5432],
      [`redis://${host}:6379/0`, 6379],
    ])
    return { host, port, address, group: 'unregistered' }
  }
}
const tlsAddress = (host) => ({
  host,
  port: 443,
  address: pick([`https://${host}/api/v2/${hex(4)}`, `https://${host}`, `${host}:443`]),
})

function head(doc, kind, apiVersion, name, ns, more = '') {
  doc.add(`
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  namespace: ${ns}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/managed-by: argocd
    team: ${ns}${more}`)
}

// ---------------------------------------------------------------- workloads

/** A pod's spec; `margin` is the indentation of its keys. */
function podSpec(doc, margin, name, { probes = true } = {}) {
  const add = (text) => doc.add(text.replace(/^\n/, '').replace(/^/gm, margin))
  add(`
serviceAccountName: ${name}
securityContext: { runAsNonRoot: true, runAsUser: ${int(1000, 9999)} }
containers:
  - name: app
    image: registry.example.com/${name}:1.${int(0, 40)}.${int(0, 20)}@sha256:${hex(64)}
    imagePullPolicy: IfNotPresent`)
  if (chance(0.3)) add(`    args: ["--listen=:8080", "--log-level=info", '--region=eu-west-${int(1, 3)}']`)
  add(`
    ports:
      - name: http
        containerPort: 8080
    env:
      - name: POD_NAME
        valueFrom:
          fieldRef: { fieldPath: metadata.name }`)
  times(int(3, 10), (i) => {
    const what = pick(['UPSTREAM', 'SERVICE', 'PARTNER', 'DB', 'QUEUE', 'AUTH', 'METRICS'])
    add(`      - name: ${what}_${i}${hex(3).toUpperCase()}_${pick(['URL', 'ENDPOINT', 'ADDR'])}`)
    const quote = pick(['', '"', "'"])
    doc.addCall((address) => `${margin}        value: ${quote}${address}${quote}`)
  })
  times(int(1, 4), (i) => {
    add(`      - name: FLAG_${i}${hex(4).toUpperCase()}\n        value: "${pick(['true', 'false', '30s', '1024'])}"`)
  })
  if (chance(0.5))
    add(`
      - name: PASSWORD
        valueFrom:
          secretKeyRef:
            name: ${name}-secrets
            key: password`)
  add(`
    resources:
      requests: { cpu: ${int(50, 500)}m, memory: ${int(64, 512)}Mi }
      limits:
        memory: ${int(512, 2048)}Mi`)
  if (probes)
    add(`
    readinessProbe:
      httpGet:
        path: /healthz/ready
        port: http
      periodSeconds: ${int(5, 20)}
    livenessProbe:
      httpGet: { path: /healthz/live, port: http }
      initialDelaySeconds: ${int(5, 30)}`)
  if (chance(0.5))
    add(`
    volumeMounts:
      - name: config
        mountPath: /etc/app
        readOnly: true
volumes:
  - name: config
    configMap:
      name: ${name}-config`)
  if (chance(0.4))
    add(`
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels: { app.kubernetes.io/name: ${name} }`)
}

function deployment(doc, service) {
  const { name, ns } = service
  doc.caller = { ns, source: 'Deployment', bypassedPorts: [] }
  if (chance(0.4))
    doc.add(`# ${name}: owned by team ${ns}; see the runbook before changing replicas – ask in #${ns} first`)
  head(doc, 'Deployment', 'apps/v1', name, ns, `\n  annotations:\n    deploy.example.com/revision: "${int(1, 400)}"`)
  doc.add(`
spec:
  replicas: ${int(1, 9)}
  revisionHistoryLimit: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
        version: v${int(1, 4)}`)
  if (chance(0.15)) {
    doc.add('      annotations:\n        traffic.sidecar.istio.io/excludeOutboundPorts: "5432,6379"')
    doc.caller.bypassedPorts = [5432, 6379]
  }
  doc.add('    spec:')
  podSpec(doc, '      ', name)
  if (chance(Number(options.templates))) templated(doc)
}
/** Turns a manifest into a Helm template; the number of lines stays, so that the places of the calls stay right. */
function templated(doc) {
  doc.lines = doc.lines.map((line) =>
    line
      .replace(/replicas: \d+/, 'replicas: {{ .Values.replicaCount }}')
      .replace(/^ {4}app.kubernetes.io\/managed-by: argocd$/, '    {{- include "chart.labels" . | nindent 4 }}'),
  )
}

function stateful(doc, { name, ns }) {
  if (chance(0.5)) {
    doc.caller = { ns, source: 'StatefulSet', bypassedPorts: [] }
    head(doc, 'StatefulSet', 'apps/v1', `${name}-db`, ns)
    doc.add(`
spec:
  serviceName: ${name}
  replicas: ${int(1, 3)}
  selector:
    matchLabels: { app.kubernetes.io/name: ${name}-db }
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}-db
    spec:`)
    podSpec(doc, '      ', `${name}-db`)
    doc.add(`
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: ${int(1, 100)}Gi`)
  } else {
    doc.caller = { ns, source: 'CronJob', bypassedPorts: 'all' }
    head(doc, 'CronJob', 'batch/v1', `${name}-job`, ns)
    doc.add(`
spec:
  schedule: "${int(0, 59)} ${int(0, 23)} * * *"
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      template:
        metadata:
          labels:
            sidecar.istio.io/inject: "false"
        spec:
          restartPolicy: Never`)
    podSpec(doc, '          ', `${name}-job`, { probes: false })
  }
}

function configmap(doc, { name, ns }) {
  doc.caller = { ns, source: 'ConfigMap', bypassedPorts: [] }
  head(doc, 'ConfigMap', 'v1', `${name}-config`, ns)
  doc.add(`data:\n  LOG_LEVEL: ${pick(['info', 'debug', 'warn'])}\n  FEATURES: "a,b,c"`)
  doc.addCall((address) => `  PARTNER_URL: "${address}"`)
  doc.add('  application.properties: |')
  times(int(14, 30), (i) => {
    if (chance(0.35)) {
      const key = pick(['client', 'upstream', 'spring.datasource', 'kafka.bootstrap', 'audit'])
      doc.addCall((address) => `    ${key}.${hex(3)}.url=${address}`)
    } else if (chance(0.15)) {
      doc.add(`    # ${pick(['tuned after the incident', 'do not raise', 'défaut: 30s', 'see the runbook'])} ${hex(4)}`)
    } else {
      const key = `${pick(['server', 'pool', 'cache', 'retry', 'http'])}.${pick(['timeout', 'size', 'max', 'min', 'ttl'])}`
      doc.add(`    ${key}.${i}=${int(1, 9000)}`)
    }
  })
  if (chance(0.5)) {
    doc.add('  application.yaml: |\n    server:\n      port: 8080\n    clients:')
    times(int(4, 9), (i) => {
      doc.add(`      c${i}:`)
      doc.addCall((address) => `        url: ${address}`)
      doc.add(`        timeout: ${int(1, 30)}s\n        retries: 3`)
    })
  } else {
    doc.add('  .env: |-')
    times(int(8, 20), (i) =>
      doc.addCall((address) => `    ${pick(['A', 'B', 'C'])}${i}_${hex(3).toUpperCase()}_URL=${address}`),
    )
  }
}

// ---------------------------------------------------------------- other Kubernetes

function service(doc, { name, ns, port }) {
  declared.services.add(`${name}.${ns}`)
  head(doc, 'Service', 'v1', name, ns, '\n  annotations:\n    prometheus.io/scrape: "true"')
  doc.add(`
spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - name: http
      port: ${port}
      targetPort: http
      protocol: TCP
    - name: tcp-metrics
      port: 15020
      targetPort: 15020`)
}
function externalName(doc, { name, ns }) {
  head(doc, 'Service', 'v1', `${name}-ext`, ns)
  doc.add(`spec:\n  type: ExternalName\n  externalName: ${pick(mesh.registered)}`)
}
function other(doc, { name, ns, port }) {
  const kind = pick(['HorizontalPodAutoscaler', 'PodDisruptionBudget', 'NetworkPolicy', 'Role'])
  if (kind === 'HorizontalPodAutoscaler') {
    head(doc, kind, 'autoscaling/v2', name, ns)
    doc.add(`
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${name}
  minReplicas: 2
  maxReplicas: ${int(3, 30)}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: 70 }`)
  } else if (kind === 'PodDisruptionBudget') {
    head(doc, kind, 'policy/v1', name, ns)
    doc.add(`spec:\n  minAvailable: 1\n  selector:\n    matchLabels:\n      app.kubernetes.io/name: ${name}`)
  } else if (kind === 'NetworkPolicy') {
    head(doc, kind, 'networking.k8s.io/v1', name, ns)
    doc.add(`
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: ${pick(mesh.namespaces)}
      ports:
        - protocol: TCP
          port: ${port}
  egress:
    - to:
        - ipBlock:
            cidr: 10.0.0.0/8`)
  } else {
    head(doc, kind, 'rbac.authorization.k8s.io/v1', name, ns)
    doc.add(`
rules:
  - apiGroups: [""]
    resources: [configmaps, secrets]
    verbs: [get, list, watch]
  - apiGroups: [apps]
    resources: [deployments]
    verbs: ["get"]`)
  }
}
function namespace(doc) {
  const count = number('namespace')
  const name = mesh.namespaces[count] ?? `sandbox-${count}`
  doc.add(`
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    istio-injection: enabled
    team: ${name}
  annotations:
    owner: ${name}@example.com
    cost-center: "${int(1000, 9999)}"`)
}

// ---------------------------------------------------------------- Istio

const istioApi = () => `networking.istio.io/${pick(['v1', 'v1beta1'])}`

function serviceEntry(doc) {
  const count = number('serviceEntry')
  const keeper = count % 10 === 9 ? next('keeper', mesh.kept) : null
  const hosts = keeper ? [keeper.host] : times(int(1, 3), () => next('registered', mesh.registered))
  for (const host of hosts) (keeper ? declared.kept : declared.everywhere).add(host)
  const wildcard = !keeper && chance(0.1)
  head(doc, 'ServiceEntry', istioApi(), `ext-${count}`, keeper ? keeper.ns : 'istio-system')
  doc.add('spec:\n  hosts:')
  for (const host of new Set(hosts)) doc.add(`    - ${host}`)
  if (wildcard) doc.add(`    - "*.${hosts[0].split('.')[1]}.cdn.example.net"`)
  if (keeper) doc.add('  exportTo:\n    - "."')
  else if (chance(0.5)) doc.add('  exportTo:\n    - "*"')
  doc.add(`
  location: MESH_EXTERNAL
  ports:
    - number: 443
      name: tls
      protocol: ${keeper ? 'HTTPS' : 'TLS'}`)
  if (chance(0.5)) doc.add('    - number: 80\n      name: http\n      protocol: HTTP')
  doc.add(`  resolution: ${wildcard ? 'NONE' : 'DNS'}`)
}
function virtualService(doc) {
  const { name, ns, port, tuned } = next('routed', mesh.services)
  const host = `${name}.${ns}.svc.cluster.local`
  head(doc, 'VirtualService', istioApi(), `${name}-${number('virtualService')}`, ns)
  doc.add(`spec:\n  hosts:\n    - ${host}\n  http:`)
  times(int(1, 3), (i) =>
    doc.add(`
    - name: r${i}
      match:
        - uri:
            prefix: /${hex(5)}
          headers:
            x-canary:
              exact: "${hex(2)}"
      retries: { attempts: 3, perTryTimeout: 2s, retryOn: 5xx }
      route:
        - destination:
            host: ${host}${tuned ? '\n            subset: v1' : ''}
            port:
              number: ${port}
          weight: 100`),
  )
  doc.add(`    - route:\n        - destination:\n            host: ${host}\n      timeout: 10s`)
}
function destinationRule(doc) {
  const { name, ns } = next('tuned', mesh.services)
  head(doc, 'DestinationRule', 'networking.istio.io/v1', `${name}-${number('destinationRule')}`, ns)
  doc.add(`
spec:
  host: ${name}.${ns}.svc.cluster.local
  trafficPolicy:
    connectionPool:
      tcp:
        maxConnections: ${int(10, 1000)}
      http:
        http2MaxRequests: 1000
    outlierDetection:
      consecutive5xxErrors: 7
      interval: 30s
      baseEjectionTime: 5m
  subsets:
    - name: v1
      labels:
        version: v1
    - name: v2
      labels:
        version: v2`)
}
/** First a default Sidecar for every namespace, then Sidecars for single workloads that say the same. */
function sidecar(doc) {
  const count = number('sidecar')
  const ns = mesh.namespaces[count % mesh.namespaces.length]
  const isDefault = count < mesh.namespaces.length
  head(doc, 'Sidecar', 'networking.istio.io/v1', isDefault ? 'default' : `workload-${count}`, ns)
  doc.add('spec:')
  if (!isDefault) {
    const { name } = next(`selected in ${ns}`, mesh.servicesIn.get(ns))
    doc.add(`  workloadSelector:\n    labels:\n      app.kubernetes.io/name: ${name}`)
  }
  if (policyOf(ns) === 'ALLOW_ANY') doc.add('  outboundTrafficPolicy:\n    mode: ALLOW_ANY')
  doc.add('  egress:\n    - hosts:\n        - "./*"\n        - "istio-system/*"')
  for (const other of imports(ns)) if (other !== ns) doc.add(`        - "${other}/*"`)
}
function istioOperator(doc) {
  doc.add(`
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  meshConfig:
    accessLogFile: /dev/stdout
    outboundTrafficPolicy:
      mode: REGISTRY_ONLY
    defaultConfig:
      holdApplicationUntilProxyStarts: true
  components:
    pilot:
      k8s:
        resources:
          requests: { cpu: 500m, memory: 2Gi }
    ingressGateways:`)
  times(6, (i) =>
    doc.add(`
      - name: istio-ingressgateway-${i}
        enabled: true
        k8s:
          hpaSpec:
            minReplicas: 2
            maxReplicas: 6
          service:
            type: LoadBalancer`),
  )
}

// ---------------------------------------------------------------- YAML that is no Kubernetes

function ci(doc) {
  doc.add(`
name: ci-${hex(4)}
on:
  push:
    branches: [main]
  pull_request: {}
env:
  REGISTRY: registry.example.com
jobs:`)
  times(int(2, 4), (j) => {
    doc.add(`
  job-${j}:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
          cache: npm
      - run: npm ci`)
    times(int(1, 4), () =>
      doc.add(`
      - name: step ${hex(4)}
        run: |
          set -euo pipefail
          make test-${hex(4)} OPTS="--fast"
          curl -fsSL https://status.example.com/${hex(4)} | jq .ok
        env:
          TOKEN: \${{ secrets.TOKEN }}`),
    )
  })
}
function helmValues(doc) {
  doc.add(`
# Default values for the chart
replicaCount: ${int(1, 5)}
image:
  repository: registry.example.com/${pick(NOUNS)}
  pullPolicy: IfNotPresent
  tag: ""
serviceAccount:
  create: true
  annotations: {}
podAnnotations: {}
service:
  type: ClusterIP
  port: 80
ingress:
  enabled: false
  className: ""
  hosts:
    - host: chart-${hex(4)}.example.com
      paths:
        - path: /
          pathType: ImplementationSpecific
resources:
  limits:
    cpu: 100m
    memory: 128Mi
autoscaling:
  enabled: false
  minReplicas: 1
  maxReplicas: 100
nodeSelector: {}
tolerations: []
affinity: {}
extraEnv:`)
  times(int(8, 28), (i) => {
    const value = pick([`https://${pick(mesh.registered)}/x`, hex(12), 'true'])
    doc.add(`  - name: V${i}_${hex(4).toUpperCase()}\n    value: "${value}"`)
  })
}
function compose(doc) {
  doc.add(`
version: "3.9"
x-common: &common
  restart: unless-stopped
  logging:
    driver: json-file
    options: { max-size: 10m }
services:`)
  times(int(4, 7), (j) =>
    doc.add(`
  svc-${j}-${hex(2)}:
    <<: *common
    image: registry.example.com/${pick(NOUNS)}:${int(1, 9)}.${int(0, 9)}
    ports:
      - "${int(3000, 9000)}:8080"
    environment:
      API_URL: http://svc-${j}:8080
      KEY: ${hex(16)}
    depends_on:
      - db
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:8080/healthz"]
      interval: 10s`),
  )
  doc.add('  db:\n    image: postgres:16\n    volumes:\n      - data:/var/lib/postgresql/data\nvolumes:\n  data: {}')
}
function openapi(doc) {
  doc.add(`
openapi: 3.0.3
info:
  title: API ${hex(4)}
  version: 1.${int(0, 9)}.0
servers:
  - url: https://${pick(mesh.registered)}/v1
paths:`)
  times(int(2, 4), (j) =>
    doc.add(`
  /r${j}-${hex(4)}/{id}:
    get:
      operationId: get${j}${hex(4)}
      summary: Reads one thing
      parameters:
        - in: path
          name: id
          required: true
          schema: { type: string }
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Thing"
        "404":
          description: Not found`),
  )
  doc.add(`
components:
  schemas:
    Thing:
      type: object
      required: [id]
      properties:
        id: { type: string }`)
  times(int(4, 14), (i) =>
    doc.add(`        f${i}${hex(4)}:\n          type: ${pick(['string', 'integer', 'boolean'])}`),
  )
}

// ---------------------------------------------------------------- files

function one(write, argument) {
  const doc = new Document()
  write(doc, argument)
  return doc
}
/** As many documents as make a file of `lines` lines. */
function several(lines, write) {
  const docs = []
  for (let n = 0; n < lines; n += docs.at(-1).lines.length + 1) docs.push(one(write))
  return docs
}
const serviceOrExternalName = (doc) =>
  chance(0.06) ? externalName(doc, nextService()) : service(doc, next('declared', mesh.services))

/** The path and the documents of file number `i`. */
function fileOf(kind, i) {
  const s = nextService()
  const app = `apps/${s.ns}/${s.name}`
  switch (kind) {
    case 'deployment':
      return [`${app}/deployment-${i}.yaml`, [one(deployment, s)]]
    case 'bundle':
      return [`${app}/all-${i}.yaml`, [one(deployment, s), one(service, s), one(virtualService)]]
    case 'stateful':
      return [`${app}/stateful-${i}.yaml`, [one(stateful, s)]]
    case 'service':
      return [`${app}/services-${i}.yaml`, several(60, serviceOrExternalName)]
    case 'configmap':
      return [`${app}/configmap-${i}.yaml`, [one(configmap, s)]]
    case 'other':
      return [`${app}/policy-${i}.yaml`, several(60, (doc) => other(doc, nextService()))]
    case 'serviceentry':
      return [`platform/istio/egress/se-${i}.yaml`, several(70, serviceEntry)]
    case 'virtualservice':
      return [`platform/istio/routing/vs-${i}.yaml`, several(70, virtualService)]
    case 'destinationrule':
      return [`platform/istio/routing/dr-${i}.yaml`, several(65, destinationRule)]
    case 'sidecar':
      return [`platform/istio/sidecars/sc-${i}.yaml`, several(60, sidecar)]
    case 'namespace':
      return [`platform/namespaces/ns-${i}.yaml`, several(60, namespace)]
    case 'ci':
      return [`.github/workflows/ci-${i}.yml`, [one(ci)]]
    case 'values':
      return [`charts/${s.name}-${i}/values.yaml`, [one(helmValues)]]
    case 'compose':
      return [`dev/${s.name}-${i}/docker-compose.yml`, [one(compose)]]
    case 'openapi':
      return [`api/${s.name}-${i}.openapi.yaml`, [one(openapi)]]
    case 'istiooperator':
      return ['platform/istio/operator.yaml', [one(istioOperator)]]
  }
}

/** The text of a file, and the place of every call in it. */
function textOf(docs, file) {
  const firstLine = new Map()
  const lines = []
  for (const doc of docs) {
    if (lines.length) lines.push('---')
    firstLine.set(doc, lines.length)
    lines.push(...doc.lines)
  }
  for (let i = calls.length - 1; i >= 0 && calls[i].document; i--) {
    const { document, index, ...call } = calls[i]
    calls[i] = { file, line: firstLine.get(document) + index, ...call }
  }
  return `${lines.join('\n')}\n`
}

const wheel = Object.entries(SHARES).flatMap(([kind, share]) => Array(share).fill(kind))
/** The kinds of N files: every hundred files has exactly the shares above, shuffled. */
function* kindsOf(count) {
  yield 'istiooperator'
  for (let i = 1; i < count; i++) {
    if ((i - 1) % wheel.length === 0) {
      for (let j = wheel.length - 1; j > 0; j--) {
        const k = int(0, j)
        ;[wheel[j], wheel[k]] = [wheel[k], wheel[j]]
      }
    }
    yield wheel[(i - 1) % wheel.length]
  }
}

/** What Envoy does about a call to a host that the caller cannot reach. */
function outcomeOf({ ns, port, bypassedPorts }) {
  if (bypassedPorts === 'all' || bypassedPorts.includes(port)) return 'bypassed'
  return policyOf(ns) === 'ALLOW_ANY' ? 'passthrough' : 'blocked'
}
/** All calls to hosts that the caller's namespace finds in no registry, in the order of files and lines. */
function unreachable() {
  const list = []
  for (const { file, line, host, port, ns, source, service: target, ...call } of calls) {
    const reachable = target ? declared.services.has(target) : declared.everywhere.has(host)
    if (reachable) continue
    const reason = declared.kept.has(host) ? 'not-exported' : 'unregistered'
    list.push({ file, line, host, port, namespace: ns, source, reason, outcome: outcomeOf({ ns, port, ...call }) })
  }
  return list
}

const hash = crypto.createHash('sha256')
if (options.huge) {
  mesh = meshOf(1000)
  const wanted = Number(options.mb) * 1024 * 1024
  const kinds = wheel.filter((kind) => !['ci', 'values', 'compose', 'openapi', 'bundle'].includes(kind))
  const texts = []
  for (let size = 0; size < wanted; size += Buffer.byteLength(texts.at(-1)) + 4) {
    const [, docs] = fileOf(pick(kinds), texts.length)
    texts.push(textOf(docs, options.huge))
  }
  const text = texts.join('---\n')
  fs.mkdirSync(path.dirname(options.huge), { recursive: true })
  fs.writeFileSync(options.huge, text)
  const documents = (text.match(/^---$/gm) ?? []).length + 1
  const summary = { bytes: Buffer.byteLength(text), lines: text.split('\n').length, documents }
  console.log(JSON.stringify({ file: options.huge, ...summary, sha256: hash.update(text).digest('hex') }))
} else {
  const files = Number(options.files)
  if (!options.out) throw new Error('--out DIR is missing')
  mesh = meshOf(files)
  const precious = ['.git', 'package.json'].find((name) => fs.existsSync(path.join(options.out, name)))
  if (precious) throw new Error(`${options.out} holds ${precious}; --out would empty it`)
  fs.rmSync(options.out, { recursive: true, force: true })
  const summary = { files, bytes: 0, lines: 0, documents: 0, calls: 0, unreachable: 0 }
  const counts = {}
  let i = 0
  for (const kind of kindsOf(files)) {
    const [file, docs] = fileOf(kind, i++)
    let text = textOf(docs, file)
    if (chance(Number(options.crlf))) text = text.replace(/\n/g, '\r\n')
    const target = path.join(options.out, file)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, text)
    hash.update(file).update(text)
    counts[kind] = (counts[kind] ?? 0) + 1
    summary.bytes += Buffer.byteLength(text)
    summary.lines += text.split('\n').length - 1
    summary.documents += docs.length
  }
  const list = unreachable()
  summary.calls = calls.length
  summary.unreachable = list.length
  if (options.manifest)
    fs.writeFileSync(options.manifest, JSON.stringify({ seed, ...summary, counts, unreachable: list }, null, 1))
  console.log(JSON.stringify({ out: options.out, ...summary, counts, sha256: hash.digest('hex') }))
}

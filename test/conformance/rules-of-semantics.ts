/** One rule of how Istio decides, and the calls that show it. */
export interface RuleOfSemantics {
  readonly number: string
  readonly says: string
  readonly scenario: string
  /** By the id of a call: what its steps must say. */
  readonly calls: Readonly<Record<string, RegExp>>
}

function rule(
  number: string,
  says: string,
  scenario: string,
  calls: Readonly<Record<string, RegExp>>,
): RuleOfSemantics {
  return { number, says, scenario, calls }
}

const UNDECLARED = /no ServiceEntry or Service declares/

/** Every rule that the engine follows; the numbers are those by which comments of the code name them. */
export const RULES_OF_SEMANTICS: readonly RuleOfSemantics[] = [
  // 1. Which documents count
  rule(
    '1.1',
    'All versions of networking.istio.io are equal; other versions and groups are nothing.',
    'misc-api-versions',
    {
      v1beta1: /ServiceEntry \S+ declares .*used/,
      v2: UNDECLARED,
      othergroup: UNDECLARED,
    },
  ),
  rule('1.2', 'What the webhook or the schema refuses counts for nothing.', 'misc-invalid-entry-ignored', {
    'duplicate-port': UNDECLARED,
    'none-with-endpoints': UNDECLARED,
    fine: /imported and used/,
  }),
  rule(
    '1.3',
    'YAML is read as kubectl reads it; without a namespace an object is in default.',
    'misc-yaml11-booleans',
    {
      unquoted: UNDECLARED,
      quoted: /imported and used/,
    },
  ),
  rule('1.4', 'What lies in namespaces outside of discoverySelectors does not exist.', 'discovery-selectors', {
    unseen: UNDECLARED,
    'from-dark-public': /imported and used/,
  }),
  rule('1.5', 'Location, injection and ambient labels change no match.', 'location-internal', {
    internal: /imported and used/,
    external: /imported and used/,
  }),
  // 2. Policy
  rule(
    '2.1',
    'A Sidecar sets the mode, else the mesh; an empty policy is REGISTRY_ONLY.',
    'policy-empty-outbound-policy-in-sidecar',
    {
      'unknown-https': /policy for namespace \S+ is REGISTRY_ONLY, set by Sidecar/,
    },
  ),
  rule('2.2', 'The policy decides only about what nothing matches.', 'policy-allow-any-still-captures', {
    captured: /is ALLOW_ANY[\s\S]*filter chain of ServiceEntry infra\/db takes it/,
    'let-through': /Nothing matches, so the policy decides: ALLOW_ANY/,
  }),
  rule(
    '2.3',
    'A Sidecar that selects the workload, else that of the namespace, else that of the mesh.',
    'sidecar-selector-namespace-root',
    {
      'selected-infra': /it selects the workload by its labels/,
      'plain-own': /it is the one for all workloads of its namespace/,
      'root-applies-infra-entry': /it is the one for the whole mesh/,
    },
  ),
  // 3. Visibility
  rule('3.1', 'exportTo, else the default of the mesh, else everybody.', 'export-default-service-dot', {
    'unset-other': /exported only to namespace .*does not see it/,
    'star-other': /exported to every namespace/,
  }),
  rule('3.2', 'A list of names without the own namespace leaves it out.', 'export-named-namespace-excludes-own', {
    'from-frontend': /exported only to namespace default, so frontend does not see it/,
    'from-default': /exported to this namespace by name/,
  }),
  rule('3.3', 'The root namespace is nothing special for entries.', 'export-root-namespace', {
    private: /exported only to namespace istio-system/,
    public: /exported to every namespace/,
  }),
  rule('3.4', 'serviceEntryVisibility narrows what entries export.', 'misc-serviceentry-visibility', {
    'dev-other': /does not see it/,
    service: /Service \S+ declares .*used/,
  }),
  rule(
    '3.5',
    'A Sidecar imports what its egress hosts cover as a whole.',
    'sidecar-wildcard-import-of-wildcard-entry',
    {
      wider: /no Sidecar listener imports it/,
      under: /imported and used/,
    },
  ),
  rule(
    '3.6',
    'A listener with a port closes that port to the listeners behind it.',
    'sidecar-port-listener-closes-port',
    {
      closed: /imports on port 443 infra\/\*; \*\/\*/,
      'open-b': /imported and used/,
    },
  ),
  rule(
    '3.7',
    'An imported VirtualService brings its destinations as clusters only.',
    'sidecar-virtualservice-pulls-destination',
    {
      'through-vs': /VirtualService \S+ routes it/,
      'destination-itself': /no Sidecar listener imports it/,
    },
  ),
  // 4. Duplicates
  rule(
    '4.1',
    'One namespace is used for a host: the own one, a Service, by name, the oldest.',
    'sidecar-picks-duplicate',
    {
      'both-8443': /ServiceEntry infra\/old is used: it is older/,
    },
  ),
  rule('4.2', 'Entries of one namespace join their ports only if they are alike.', 'dup-three-entries-one-namespace', {
    b: /used beside ServiceEntry infra\/a, which stands first/,
    c: /imported and used|used beside/,
  }),
  rule('4.3', 'Without times of creation the names decide, by chance.', 'dup-two-namespaces-third-tie', {
    'other-8443': /of equal age, its name and namespace sort first/,
  }),
  // 5. HTTP
  rule('5.1', 'The declared protocol says how a port is read; port names count for Services only.', 'k8s-port-names', {
    'tcp-to-http': /8\d* \((HTTP|HTTP2|GRPC)\)/,
    'sniffed-tcp': /no protocol/,
  }),
  rule('5.2', 'HTTP listens on all addresses; bytes with an address listen there.', 'tcp-addresses', {
    'a-first': /The listener 192\.0\.2\.\d+:\d+/,
    'literal-unknown': /there is no listener|policy decides/,
  }),
  rule('5.3', 'HTTP goes by Host header, whatever its address.', 'port-http-and-tcp-overlap', {
    http: /Host header \S+ belongs to the virtual host/,
    'http-unknown': /No virtual host of port/,
  }),
  rule('5.4', 'Services answer to their short names, as seen from the caller.', 'k8s-service-names', {
    'short-own': /is Service \S+ at 10\./,
    'ns-svc': /is Service \S+ at 10\./,
  }),
  rule('5.5', 'Plain HTTP to a port with TLS only is left to the policy.', 'protocol-https-declared-http-sent', {
    'http-on-https': /policy decides: REGISTRY_ONLY[\s\S]*The caller sees/,
  }),
  rule('5.6', 'The port must be declared exactly.', 'port-mismatch', {
    'alt-443': /not for port 443/,
    'no-listener': /there is no listener/,
  }),
  rule('5.7', 'A range of addresses beats the Host header.', 'http-range-beats-host', {
    inside: /its address lies in 192\.0\.2\.0\/24/,
    outside: /belongs to the virtual host/,
  }),
  // 6. TLS
  rule('6.1', 'TLS goes by server name: exact, else the longest wildcard.', 'host-wildcard-none', {
    'deep-https': /its server name \S+ matches \*\./,
    'apex-https': UNDECLARED,
  }),
  rule('6.2', 'TLS to a declared address goes there, whatever its name.', 'http-addresses', {
    'https-other-name-own-ip': /The listener 192\.0\.2\.\d+:443/,
  }),
  rule('6.3', 'A port declared as HTTP does not serve TLS.', 'protocol-http-declared-tls-sent', {
    'tls-on-http': /\(HTTP\)[\s\S]*closed during the TLS handshake/,
  }),
  rule(
    '6.4',
    'An address-less TCP entry on 443 takes every host that no TLS entry names.',
    'port-https-and-tcp-overlap',
    {
      'tls-unknown': /names do not count there[\s\S]*another server answers/,
    },
  ),
  // 7. TCP
  rule(
    '7.1',
    'Address, then the longest range, then the entry without addresses, then the policy.',
    'tcp-cidr-nested',
    {
      one: /The listener 192\.0\.2\.9:5432/,
      narrow: /lies in 192\.0\.2\.0\/24/,
      wide: /lies in 192\.0\.0\.0\/16/,
      none: /policy decides/,
    },
  ),
  rule('7.2', 'The first entry without addresses takes the whole port.', 'port-two-tcp-same-port', {
    zebra: /names do not count there[\s\S]*another server answers: apple/,
  }),
  rule('7.3', 'TLS and HTTP hosts work beside it.', 'http-tls-and-tcp-one-port', {
    http: /belongs to the virtual host h\.example\.com/,
    tls: /its server name t\.example\.com matches/,
  }),
  rule('7.4', 'MySQL and Mongo share a listener with nothing.', 'port-mongo-beside-tls', {
    tls: /filter chain of ServiceEntry infra\/mongo takes it/,
  }),
  rule('7.5', 'Reserved ports have no listener; loopback never reaches the sidecar.', 'misc-loopback', {
    localhost: /Loopback is not redirected/,
    ip: /Loopback is not redirected/,
  }),
  rule(
    '7.6',
    'Services listen on their addresses, headless ones on those of their pods.',
    'k8s-headless-two-on-one-port',
    {
      a: /The listener 10\.244\.\d+\.\d+:5432/,
      empty: /policy decides|no listener/,
    },
  ),
  rule('7.7', 'With DNS capture entries have addresses of their own.', 'dns-capture-separates-tcp', {
    one: /The listener 240\.240\.\d+\.\d+:/,
    two: /The listener 240\.240\.\d+\.\d+:/,
  }),
  // 8. Hosts and resolution
  rule('8.1', 'A wildcard covers any depth, never the apex.', 'host-wildcard-none', {
    'deep-http': /virtual host \*\./,
    'lookalike-http': UNDECLARED,
  }),
  rule('8.2', 'Exact beats wildcard port by port.', 'host-wildcard-and-exact', {
    'exact-http-falls-to-wildcard': /virtual host \*\./,
  }),
  rule('8.3', 'HTTP never reaches an entry whose host has upper-case letters.', 'host-case', {
    'upper-entry-lower-http': /HTTP 503/,
    'upper-entry-lower-https': /its server name \S+ matches/,
  }),
  rule(
    '8.4',
    'A partial wildcard on a TLS port breaks the port for all who see it.',
    'wildcard-partial-two-namespaces',
    {
      broken: /Envoy refuses the listener of port 443/,
      'not-seen': /its server name a\.example\.com matches/,
    },
  ),
  rule('8.5', 'A DNS entry that selects no workload has no cluster.', 'resolution-dns-selector-empty', {
    https: /Verdict: error/,
    http: /HTTP 503/,
  }),
  rule('8.6', 'An ExternalName Service is an alias of a registered host.', 'k8s-external-name-chain', {
    'two-steps-tls': /by way of|is Service/,
    lost: /policy decides/,
  }),
  // 9. VirtualServices and DestinationRules
  rule(
    '9.1',
    'A VirtualService counts if it is bound to the mesh, exported and imported.',
    'sidecar-virtual-service-not-imported',
    {
      unscoped: /VirtualService team\/reroute routes it/,
      scoped: /virtual host a\.example\.com[\s\S]*outbound\|80\|\|a\.example\.com/,
    },
  ),
  rule('9.2', 'Of several for a host: private, by name, public, each oldest first.', 'export-virtual-service-order', {
    own: /VirtualService web\/own routes it/,
    named: /VirtualService shop\/named routes it/,
    public: /VirtualService jobs\/public routes it/,
  }),
  rule('9.3', 'A host that only a VirtualService names works where HTTP listens, never over TLS.', 'vs-without-entry', {
    'http-80': /VirtualService \S+ routes it/,
    https: /policy decides/,
  }),
  rule(
    '9.4',
    'Where no route matches: 404; where the destination does not exist: 503.',
    'policy-allow-any-still-captures',
    {
      'no-route': /No route of VirtualService infra\/a matches[\s\S]*HTTP 404/,
      'no-cluster': /HTTP 503/,
    },
  ),
  rule('9.5', 'A tls route replaces the chain of the entry, all its other names are cut off.', 'vs-tls-two-sni-hosts', {
    a: /VirtualService infra\/v routes it/,
    'cut-off': /policy decides/,
  }),
  rule('9.6', 'A DestinationRule registers nothing.', 'dr-without-entry', { https: UNDECLARED, http: UNDECLARED }),
]

/** How many rules each chapter of the semantics has. */
export const RULES_PER_CHAPTER = [5, 3, 7, 3, 7, 4, 7, 6, 6] as const

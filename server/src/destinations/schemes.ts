/** What a URL's scheme says: the port it stands for (null: none) and the protocol on the wire. */
export interface Scheme {
  readonly port: number | null
  readonly protocol: string | null
}

const row = (names: string, port: number | null, protocol: string | null): readonly (readonly [string, Scheme])[] =>
  names.split(' ').map((name) => [name, { port, protocol }] as const)

/** Default ports and protocols. Sources: IANA's service names and the documentation of each client. */
const SCHEMES: ReadonlyMap<string, Scheme> = new Map([
  ...row('http ws h2c', 80, 'HTTP'),
  ...row('https wss', 443, 'HTTPS'),
  ...row('abfss abfs wasbs snowflake adls', 443, 'TLS'),
  ...row('wasb', 80, 'HTTP'),
  ...row('grpcs', 443, 'TLS'),
  ...row('grpc', 80, 'GRPC'),
  ...row('postgres postgresql postgis pgsql pg cockroachdb redshift', 5432, 'TCP'),
  ...row('mysql mysql2 mysqlx mariadb', 3306, 'MYSQL'),
  ...row('sqlserver mssql', 1433, 'TCP'),
  ...row('oracle', 1521, 'TCP'),
  ...row('db2', 50000, 'TCP'),
  ...row('mongodb mongo', 27017, 'MONGO'),
  ...row('mongodb+srv mongo+srv', 27017, 'TLS'),
  ...row('redis valkey', 6379, 'REDIS'),
  ...row('rediss valkeys', 6379, 'TLS'),
  ...row('amqp', 5672, 'TCP'),
  ...row('amqps sb', 5671, 'TLS'),
  ...row('kafka plaintext sasl_plaintext', 9092, 'TCP'),
  ...row('sasl_ssl kafka+ssl', 9092, 'TLS'),
  ...row('nats', 4222, 'TCP'),
  ...row('mqtt', 1883, 'TCP'),
  ...row('mqtts', 8883, 'TLS'),
  ...row('ldap', 389, 'TCP'),
  ...row('ldaps', 636, 'TLS'),
  ...row('smtp submission', 25, 'TCP'),
  ...row('smtps', 465, 'TLS'),
  ...row('imap', 143, 'TCP'),
  ...row('imaps', 993, 'TLS'),
  ...row('pop3', 110, 'TCP'),
  ...row('pop3s', 995, 'TLS'),
  ...row('ftp', 21, 'TCP'),
  ...row('ftps', 990, 'TLS'),
  ...row('ssh sftp scp', 22, 'TCP'),
  ...row('git', 9418, 'TCP'),
  ...row('svn', 3690, 'TCP'),
  ...row('rsync', 873, 'TCP'),
  ...row('clickhouse', 9000, 'TCP'),
  ...row('clickhouses', 9440, 'TLS'),
  ...row('memcached memcache', 11211, 'TCP'),
  ...row('cassandra scylla cql', 9042, 'TCP'),
  ...row('elasticsearch opensearch elastic', 9200, 'HTTP'),
  ...row('bolt neo4j', 7687, 'TCP'),
  ...row('bolt+s neo4j+s', 7687, 'TLS'),
  ...row('pulsar', 6650, 'TCP'),
  ...row('pulsar+ssl', 6651, 'TLS'),
  ...row('couchbase', 11210, 'TCP'),
  ...row('couchbases', 11207, 'TLS'),
  ...row('zk zookeeper', 2181, 'TCP'),
  ...row('hdfs', 8020, 'TCP'),
  ...row('thrift hive2', 10000, 'TCP'),
  ...row('socks socks4 socks5 socks5h', 1080, 'TCP'),
  ...row('smb cifs', 445, 'TCP'),
  ...row('nfs', 2049, 'TCP'),
  ...row('telnet', 23, 'TCP'),
  ...row('rtsp', 554, 'TCP'),
  ...row('rtmp', 1935, 'TCP'),
  ...row('ipp', 631, 'TCP'),
  ...row('ipps', 631, 'TLS'),
  ...row('tcp tcp4 tcp6 syslog gelf otlp', null, 'TCP'),
  ...row('tls ssl tcps tcp+tls', null, 'TLS'),
])

/** Texts that are written like URLs and name no host: files, objects of a store, identities, links. */
const NO_HOST = new Set(
  `file unix unixs unixpacket s3 s3a s3n gs gcs spiffe data classpath jar mailto urn arn about blob chrome
  chrome-extension vscode sqlite sqlite3 duckdb h2 docker docker-image docker-daemon oci containerd cri-o cri
  containers-storage image registry secret secrets vault ref vals awssm ssm awssecretsmanager gcpkms awskms azurekms
  kms hashivault k8s kubernetes sops projects keyvault env op bitwarden doppler android-app ios-app app itms-services
  javascript view-source res resource package dart module npipe pipe fd stdin stdout tel sip sips sms xmpp geo
  podinfo tag uuid doi ipfs ipns magnet steam shell exec inproc ipc memory mem local dbfs hive metastore srv gid`
    .split(/\s+/)
    .filter((name) => name !== ''),
)

/** True for a scheme behind which no host of the network stands. */
export function namesNoHost(scheme: string): boolean {
  return NO_HOST.has(scheme)
}

/**
 * What a scheme says; of a scheme in two parts (`postgresql+asyncpg`, `git+ssh`) the part that is known counts, the
 * transport behind the `+` first. Unknown schemes say nothing.
 * @param scheme lower case
 */
export function schemeOf(scheme: string): Scheme | undefined {
  const exact = SCHEMES.get(scheme)
  if (exact) return exact
  const plus = scheme.indexOf('+')
  if (plus < 0) return undefined
  const [before, behind] = [scheme.slice(0, plus), scheme.slice(plus + 1)]
  if (/^(ssh|https?|file|unix)$/.test(behind)) return SCHEMES.get(behind)
  const known = SCHEMES.get(before)
  return known && /^(tls|ssl)$/.test(behind) ? { port: known.port, protocol: 'TLS' } : (known ?? SCHEMES.get(behind))
}

/** How a command-line client takes the host that it calls. */
export interface Client {
  /** Flags whose value is the host (or `host:port`, or a URL). */
  readonly hostFlags: readonly string[]
  readonly portFlags: readonly string[]
  /** Short flags that take a value, so that the value is no argument of its own. */
  readonly valueFlags: string
  /** Long flags that take a value in the next word. */
  readonly longValueFlags: readonly string[]
  /** Flags whose value is text that is not called: headers, bodies. */
  readonly textFlags: readonly string[]
  /** What arguments that are no flags mean. */
  readonly arguments: 'none' | 'url' | 'host port' | 'host' | 'user@host' | 'remote path' | 'any'
  /** The scheme whose default port and protocol count. */
  readonly scheme: string | undefined
  /** Flags that turn TLS on. */
  readonly tlsFlags: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')

function client(
  part: Partial<Record<'host' | 'port' | 'long' | 'text' | 'tls' | 'values' | 'scheme', string>> & {
    args?: Client['arguments']
  },
): Client {
  return {
    hostFlags: words(part.host ?? ''),
    portFlags: words(part.port ?? ''),
    valueFlags: part.values ?? '',
    longValueFlags: words(part.long ?? ''),
    textFlags: words(part.text ?? ''),
    arguments: part.args ?? 'any',
    scheme: part.scheme,
    tlsFlags: words(part.tls ?? ''),
  }
}

const POSTGRES = client({
  host: '-h --host',
  port: '-p --port',
  values: 'UdfFcnjtToWS',
  long: '--username --dbname --file --format --command --table --schema --set',
  scheme: 'postgresql',
})
const MYSQL = client({
  host: '-h --host',
  port: '-P --port',
  values: 'ueDS',
  text: '-e --execute -p',
  args: 'none',
  scheme: 'mysql',
})
const MONGO = client({
  host: '-h --host --uri',
  port: '-p --port',
  values: 'udco',
  text: '--eval',
  long: '--username --password --authenticationDatabase --db --collection --out --archive',
  scheme: 'mongodb',
})
const NETCAT = client({
  values: 'wipsxXqGT',
  args: 'host port',
  scheme: 'tcp',
  long: '--wait --proxy --source --source-port',
})
const HTTP = { args: 'url' as const, scheme: 'http' }
const SSH = client({ port: '-p', values: 'iolFLRDEJSWbcmBQw', args: 'user@host', scheme: 'ssh' })
const COPY = client({ port: '-P', values: 'iolFScJBDRX', args: 'remote path', scheme: 'ssh' })
const KAFKA = client({
  host: '--bootstrap-server --bootstrap-servers --broker-list --bootstrap --zookeeper -b',
  scheme: 'kafka',
})
const WAIT = client({
  host: '-h --host -wait --wait',
  port: '-p --port',
  values: 'ts',
  long: '--timeout --strict',
  args: 'any',
  scheme: 'tcp',
})

const CLIENTS: ReadonlyMap<string, Client> = new Map(
  Object.entries({
    curl: client({
      ...HTTP,
      host: '-x --proxy --url --connect-to --socks5 --socks5-hostname --preproxy --doh-url',
      values: 'XouTKCmwYyzErtQPD',
      text: '-H -d -A -e -b -F -c -u -w -U --header --data --data-binary --data-raw --data-urlencode --data-ascii --json --user-agent --referer --cookie --form --resolve --user --write-out --cert --key --cacert --proxy-header',
      long: '--request --output --max-time --connect-timeout --retry --retry-delay --retry-max-time --upload-file --limit-rate --output-dir --unix-socket --interface --range --capath --ciphers',
    }),
    wget: client({
      ...HTTP,
      values: 'OPoatTQwiUAlRDIX',
      text: '--header --post-data --body-data --user-agent --referer -U',
      long: '--output-document --directory-prefix --timeout --tries --user --password',
    }),
    http: client({ ...HTTP, args: 'url' }),
    https: client({ args: 'url', scheme: 'https' }),
    grpcurl: client({
      args: 'any',
      text: '-d -H -rpc-header -authority',
      long: '-proto -import-path -cacert -cert -key -max-time',
      scheme: 'grpc',
    }),
    grpc_health_probe: client({ host: '-addr --addr', args: 'none', scheme: 'grpc' }),
    websocat: client({ args: 'url', scheme: 'ws' }),
    ab: client({ ...HTTP, values: 'nctspTvxXyPA', text: '-H -C' }),
    hey: client({ ...HTTP, values: 'ncqzmtTaxo', text: '-H -d -host' }),
    nc: NETCAT,
    ncat: NETCAT,
    netcat: NETCAT,
    telnet: client({ args: 'host port', values: 'ln', scheme: 'telnet' }),
    psql: POSTGRES,
    pg_dump: POSTGRES,
    pg_dumpall: POSTGRES,
    pg_restore: POSTGRES,
    pg_isready: POSTGRES,
    pg_basebackup: POSTGRES,
    pg_receivewal: POSTGRES,
    pgbench: POSTGRES,
    createdb: POSTGRES,
    createuser: POSTGRES,
    dropdb: POSTGRES,
    vacuumdb: POSTGRES,
    reindexdb: POSTGRES,
    mysql: MYSQL,
    mysqldump: MYSQL,
    mysqladmin: MYSQL,
    mysqlimport: MYSQL,
    mysqlcheck: MYSQL,
    mysqlbinlog: MYSQL,
    mariadb: MYSQL,
    'mariadb-dump': MYSQL,
    'mariadb-admin': MYSQL,
    mydumper: MYSQL,
    'redis-cli': client({
      host: '-h --host -u',
      port: '-p --port',
      values: 'ansrdDx',
      args: 'none',
      tls: '--tls',
      text: '-a --pass --user',
      scheme: 'redis',
    }),
    'valkey-cli': client({ host: '-h -u', port: '-p', values: 'an', args: 'none', tls: '--tls', scheme: 'redis' }),
    'redis-benchmark': client({ host: '-h', port: '-p', values: 'cndt', args: 'none', scheme: 'redis' }),
    mongo: MONGO,
    mongosh: MONGO,
    mongodump: MONGO,
    mongorestore: MONGO,
    mongoexport: MONGO,
    mongoimport: MONGO,
    git: client({ args: 'any', values: 'Cbcm', long: '--branch --depth --message', text: '-m --message --author' }),
    ssh: SSH,
    'ssh-copy-id': SSH,
    'ssh-keyscan': client({ port: '-p', values: 'tTf', args: 'host', scheme: 'ssh' }),
    autossh: client({ port: '-p', values: 'iolFLRDEJSWbcmBQwM', args: 'user@host', scheme: 'ssh' }),
    sftp: client({ port: '-P', values: 'iolFbBcDRSX', args: 'user@host', scheme: 'ssh' }),
    scp: COPY,
    rsync: client({
      values: 'eTfM',
      long: '--exclude --include --password-file --rsh --files-from',
      args: 'remote path',
      scheme: 'ssh',
    }),
    ftp: client({ args: 'host', scheme: 'ftp' }),
    lftp: client({ args: 'url', values: 'upe', scheme: 'ftp' }),
    ldapsearch: client({ host: '-H -h', port: '-p', values: 'DwbsyYlz', args: 'none', scheme: 'ldap' }),
    ldapadd: client({ host: '-H -h', port: '-p', values: 'DwfYy', args: 'none', scheme: 'ldap' }),
    ldapmodify: client({ host: '-H -h', port: '-p', values: 'DwfYy', args: 'none', scheme: 'ldap' }),
    ldapwhoami: client({ host: '-H -h', port: '-p', values: 'Dw', args: 'none', scheme: 'ldap' }),
    mosquitto_pub: client({
      host: '-h --host -L --url',
      port: '-p --port',
      values: 'tmuPiq',
      text: '-m -t',
      args: 'none',
      scheme: 'mqtt',
    }),
    mosquitto_sub: client({
      host: '-h --host -L --url',
      port: '-p --port',
      values: 'tuPiqC',
      text: '-t',
      args: 'none',
      scheme: 'mqtt',
    }),
    rabbitmqadmin: client({ host: '-H --host', port: '-P --port', values: 'upV', args: 'none', scheme: 'http' }),
    kcat: KAFKA,
    kafkacat: KAFKA,
    cqlsh: client({ values: 'upkef', args: 'host port', scheme: 'cassandra' }),
    'clickhouse-client': client({
      host: '-h --host',
      port: '--port',
      values: 'udq',
      text: '-q --query',
      args: 'none',
      scheme: 'clickhouse',
    }),
    sqlcmd: client({ host: '-S', values: 'UPdiQqo', text: '-Q -q', args: 'none', scheme: 'sqlserver' }),
    bcp: client({ host: '-S', values: 'UPdtcFLb', args: 'none', scheme: 'sqlserver' }),
    sqlplus: client({ values: 'RMC', args: 'any', scheme: 'oracle' }),
    etcdctl: client({ host: '--endpoints', args: 'none', scheme: 'http' }),
    nats: client({ host: '-s --server', args: 'none', scheme: 'nats' }),
    influx: client({ host: '--host -host', port: '-port', args: 'none', scheme: 'http' }),
    swaks: client({
      host: '--server -s',
      port: '--port -p',
      values: 'tf',
      text: '--to --from --header --body',
      args: 'none',
      scheme: 'smtp',
    }),
    iperf: client({ host: '-c', port: '-p', values: 'tnPib', args: 'none', scheme: 'tcp' }),
    iperf3: client({ host: '-c', port: '-p', values: 'tnPib', args: 'none', scheme: 'tcp' }),
    openssl: client({ host: '-connect', args: 'none', text: '-servername', scheme: 'tls' }),
    'wait-for-it': WAIT,
    'wait-for-it.sh': WAIT,
    'wait-for': WAIT,
    'wait-for.sh': WAIT,
    'wait-for-host': WAIT,
    dockerize: client({ host: '-wait', values: '', long: '-timeout -template', args: 'any', scheme: 'tcp' }),
    wait4x: WAIT,
    vault: client({ host: '-address', args: 'any', scheme: 'https' }),
    consul: client({ host: '-http-addr', args: 'any', scheme: 'http' }),
    mc: client({ args: 'any', scheme: 'https' }),
    aws: client({ host: '--endpoint-url', args: 'any', scheme: 'https' }),
    s3cmd: client({ host: '--host --host-bucket', args: 'any', scheme: 'https' }),
    showmount: client({ args: 'host', scheme: 'nfs' }),
    snmpget: client({ values: 'vcult', args: 'host', scheme: 'udp' }),
    ntpdate: client({ args: 'host' }),
  } satisfies Record<string, Client>),
)

/** Commands whose arguments are text, files or patterns: nothing that they name is called. */
const QUIET = new Set(
  `echo printf sed grep egrep fgrep awk gawk cat test [ [[ cut tr head tail sort uniq wc tee touch mkdir rm cp mv ln ls chmod chown
  cd pwd true false exit return break continue sleep kill trap shift read basename dirname date find xargs_ diff cmp stat du df
  nslookup dig host getent ping traceroute docker podman skopeo crane buildah helm_ jq_ yq_ update-ca-certificates logger
  hostname dnsdomainname source . unset id whoami useradd groupadd apk_ case esac fi done in hash type which`
    .split(/\s+/)
    .filter((name) => name !== ''),
)

/** The client of that name (its file's name), or undefined. Kafka's scripts share one form. */
export function clientOf(name: string): Client | undefined {
  if (/^kafka-[a-z-]+(\.sh)?$/.test(name)) return KAFKA
  return CLIENTS.get(name)
}

/** True for a command that calls nobody, whatever its arguments look like. */
export function isQuiet(name: string): boolean {
  return QUIET.has(name)
}

/** True for a shell, whose `-c` takes a script. */
export function isShell(name: string): boolean {
  return /^(?:ba|da|a|z|k)?sh$/.test(name)
}

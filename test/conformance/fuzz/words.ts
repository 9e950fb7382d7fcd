/*
 * The few names of which random meshes are made: few, so that they meet.
 */

export const NAMESPACES = ['web', 'shop', 'infra', 'istio-system'] as const

export const ENTRY_HOSTS = [
  'a.example.com',
  'b.example.com',
  '*.example.com',
  '*.api.example.com',
  'x.api.example.com',
  '*.com',
  'db.example.org',
  'c.example.net',
  'api.shop.svc.cluster.local',
  'svc.shop.svc.cluster.local',
  'hl.infra.svc.cluster.local',
  'Up.example.com',
  'dot.example.com.',
  '*foo.com',
  'short',
] as const

/** Hosts that a VirtualService or DestinationRule may name beside those of entries. */
export const ROUTE_HOSTS = ['svc', 'api', 'db', 'nowhere.example.com', 'new.example.com', 'hl.infra'] as const

export const CALLED_HOSTS = [
  'a.example.com',
  'b.example.com',
  'q.example.com',
  'x.api.example.com',
  'deep.x.api.example.com',
  'example.com',
  'db.example.org',
  'c.example.net',
  'svc.shop',
  'svc',
  'api',
  'svc.shop.svc.cluster.local',
  'api.shop.svc',
  'hl.infra',
  'pod-0.hl.infra',
  'hl-0.hl.infra.svc.cluster.local',
  'ext',
  'ext.web',
  'ext2.shop',
  'db',
  'UP.example.com',
  'dot.example.com.',
  'barfoo.com',
  'a.example.com.',
  'nowhere.example.com',
  'new.example.com',
  'short',
  'unknown.test',
  '127.0.0.1',
  '192.0.2.10',
  '192.0.2.20',
  '192.0.2.50',
  '192.0.9.9',
  '198.18.0.7',
] as const

export const PORTS = [80, 443, 8080, 5432, 3306, 9443] as const

export const ADDRESSES = ['192.0.2.10', '192.0.2.11', '192.0.2.0/24', '192.0.0.0/16', '192.0.2.20/32'] as const

export const CALL_ADDRESSES = [
  '192.0.2.10',
  '192.0.2.11',
  '192.0.2.20',
  '192.0.3.1',
  '203.0.113.9',
  '240.240.0.2',
  '10.96.0.2',
] as const

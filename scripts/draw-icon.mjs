// node scripts/draw-icon.mjs: draws client/icon.png, a call that leaves the mesh by its one gate.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { root } from './lib/root.mjs'

const size = 256
const sky = [38, 70, 140]
const sea = [22, 42, 92]
const white = [255, 255, 255]
const amber = [255, 183, 77]

/** Distances in pixels, negative inside. */
const segment = (x, y, ax, ay, bx, by, radius) => {
  const t = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
  const along = Math.min(1, Math.max(0, t))
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) - radius
}
const roundedSquare = (x, y, half, radius) => {
  const dx = Math.max(Math.abs(x - size / 2) - half + radius, 0)
  const dy = Math.max(Math.abs(y - size / 2) - half + radius, 0)
  return Math.hypot(dx, dy) - radius
}

const wall = (x, y) =>
  Math.min(
    segment(x, y, 148, 62, 66, 62, 9),
    segment(x, y, 66, 62, 66, 194, 9),
    segment(x, y, 66, 194, 148, 194, 9),
    segment(x, y, 148, 62, 148, 88, 9),
    segment(x, y, 148, 194, 148, 168, 9),
  )
const arrow = (x, y) =>
  Math.min(
    segment(x, y, 100, 128, 204, 128, 9),
    segment(x, y, 204, 128, 176, 100, 9),
    segment(x, y, 204, 128, 176, 156, 9),
  )

const cover = (distance) => Math.min(1, Math.max(0, 0.5 - distance))
const mix = (from, to, share) => from.map((value, i) => value + (to[i] - value) * share)

function pixel(x, y) {
  let colour = mix(sky, sea, y / size)
  colour = mix(colour, white, cover(wall(x, y)))
  colour = mix(colour, amber, cover(arrow(x, y)))
  return [...colour.map(Math.round), Math.round(255 * cover(roundedSquare(x, y, size / 2, 48)))]
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

const rows = Array.from({ length: size }, (_, y) => [
  0,
  ...Array.from({ length: size }, (_, x) => pixel(x + 0.5, y + 0.5)).flat(),
])
const header = Buffer.alloc(13)
header.writeUInt32BE(size, 0)
header.writeUInt32BE(size, 4)
header.set([8, 6, 0, 0, 0], 8)
writeFileSync(
  join(root, 'client/icon.png'),
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
)

import { randomCalls } from './calls'
import { type Dice, diceOf } from './dice'
import type { Manifest, Palette, Theme } from './manifest'
import { meshConfig } from './mesh-config'
import { destinationRules, virtualServices } from './routes'
import { serviceEntries } from './service-entries'
import { services } from './services'
import { sidecars } from './sidecars'
import { targetsOf } from './targets'
import { ENTRY_HOSTS, PORTS } from './words'

/** A mesh made by chance, and calls in it: the texts of `workspace/all.yaml` and `calls.yaml`. */
export interface RandomMesh {
  readonly workspace: string
  readonly calls: string
}

const THEMES: readonly [Theme, ...Theme[]] = [
  'mix',
  'tcp',
  'http',
  'tls',
  'routes',
  'sidecars',
  'services',
  'duplicates',
]

/** The mesh number `index` of a seed: the same numbers give the same mesh. */
export function randomMesh(seed: number, index: number, callCount: number): RandomMesh {
  const dice = diceOf(Math.imul(seed, 1_000_003) + index)
  const palette = paletteOf(dice)
  const manifests = manifestsOf(dice, palette)
  const texts = manifests.map((manifest) => `${JSON.stringify(manifest, null, 1)}\n`)
  const calls = randomCalls(dice, palette, targetsOf(manifests), callCount)
  return { workspace: texts.join('---\n'), calls: `${JSON.stringify(calls, null, 1)}\n` }
}

function paletteOf(dice: Dice): Palette {
  const theme = dice.pick(THEMES)
  // Repositories mostly tell no age at all; then the engine must know what hangs on it.
  const hasTimes = dice.chance(0.8)
  return {
    theme,
    hosts: [dice.pick(ENTRY_HOSTS), ...dice.some(ENTRY_HOSTS, theme === 'duplicates' ? 2 : 5)],
    ports: [dice.pick(PORTS), ...dice.some(PORTS, dice.pick([1, 2, 2, 5]))],
    isTimed: () => hasTimes && dice.chance(0.97),
  }
}

function manifestsOf(dice: Dice, palette: Palette): readonly Manifest[] {
  return [
    ...meshConfig(dice),
    ...serviceEntries(dice, palette),
    ...services(dice, palette),
    ...virtualServices(dice, palette),
    ...destinationRules(dice, palette),
    ...sidecars(dice, palette),
  ]
}

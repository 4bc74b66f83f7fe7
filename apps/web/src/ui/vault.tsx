import type { ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import { vaultPoints } from './ring-points.ts'

export type VaultDisc = { readonly id: string; readonly disc: ReactNode; readonly count?: number | undefined }

const WIDTH = 328
const HEIGHT = 176
const DISC = 38
const COUNT = 30

/** Discs along a vault, in the order given, with what stands under it. `count`, when given, is said beside the disc. The vault is drawn; the list of words below it is what is read. Where it would not hold in the vault, for its size or for the counts, it stands below. */
export function Vault({ discs, children }: { discs: readonly VaultDisc[]; children?: ReactNode }) {
  const counted = discs.some((disc) => disc.count !== undefined)
  // Room for two figures at the right of the last disc.
  const points = vaultPoints(discs.length, (WIDTH - DISC) / 2 - (counted ? COUNT : 0), HEIGHT - DISC)
  return (
    <div className="@container relative mx-auto w-full max-w-82">
      <ul aria-hidden className="relative" style={{ aspectRatio: `${WIDTH} / ${HEIGHT}` }}>
        {discs.map((disc, index) => {
          const point = points[index] ?? { x: 0, y: 0 }
          return (
            <li
              key={disc.id}
              className="absolute flex -translate-1/2 animate-appear items-center"
              style={{ left: `${50 + (point.x / WIDTH) * 100}%`, top: `${((HEIGHT - DISC / 2 + point.y) / HEIGHT) * 100}%` }}
            >
              {disc.disc}
              {disc.count !== undefined && <span className="said absolute start-full ps-1 text-clock">{disc.count}</span>}
            </li>
          )
        })}
      </ul>
      <div
        className={joinClasses(
          'flex flex-col items-center text-center',
          // Beside the lowest discs stand their counts.
          !counted && '@min-[14rem]:absolute @min-[14rem]:inset-x-[18%] @min-[14rem]:bottom-0',
        )}
      >
        {children}
      </div>
    </div>
  )
}

import { useT } from '../i18n/words.tsx'
import { skies } from '../room/skies.ts'
import { skyOf } from '../room/sky-of.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Disc } from '../ui/disc.tsx'

/** The sky of the group at the foot of the wall: words and counts, zeros left out, never in seat order; not where the circle keeps it to itself, nor under five [§2.5-17]. */
export function Sky() {
  const t = useT('projector')
  const labels = useLabels()
  const weather = useBoard((board) => board.weather)
  const held = useBoard((board) => board.meeting.privacy.weather === 'held')
  const sky = skyOf(Object.values(weather))
  if (held || sky.total < 5) return null
  return (
    <section aria-label={t.sky} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-t border-line pt-5">
      <p className="text-act text-ink2">{t.sky}</p>
      {sky.kinds.map(({ value, count }) => (
        <p key={value} className="flex items-center gap-3 text-act">
          <Disc ground={skies[value].ground} icon={skies[value].icon} size="tile" />
          {labels.mood.weather[value].label} <span className="said text-clock">{count}</span>
        </p>
      ))}
    </section>
  )
}

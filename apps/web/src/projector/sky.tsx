import { weatherIds, type WeatherId } from '@clairiere/ritual'
import { Cloud, CloudFog, CloudLightning, CloudRain, CloudSun, Sun, Wind } from 'lucide-react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Disc, type Ground } from '../ui/disc.tsx'
import type { IconShape } from '../ui/icon.tsx'
import { RainbowIcon } from '../ui/rainbow-icon.tsx'

const looks: Readonly<Record<WeatherId, { ground: Ground; icon: IconShape }>> = {
  sun: { ground: 'sun', icon: Sun },
  clearing: { ground: 'clearing', icon: CloudSun },
  rainbow: { ground: 'raised', icon: RainbowIcon },
  clouds: { ground: 'clouds', icon: Cloud },
  wind: { ground: 'wind', icon: Wind },
  fog: { ground: 'fog', icon: CloudFog },
  rain: { ground: 'rain', icon: CloudRain },
  storm: { ground: 'storm', icon: CloudLightning },
}

/** The sky of the group at the foot of the wall: words and counts, zeros left out, never in seat order; not where the circle keeps it to itself, nor under five [§2.5-17]. */
export function Sky() {
  const t = useT('projector')
  const labels = useLabels()
  const weather = useBoard((board) => board.weather)
  const held = useBoard((board) => board.meeting.privacy.weather === 'held')
  const given = Object.values(weather).flatMap((entry) => (entry.value ? [entry.value] : []))
  if (held || given.length < 5) return null
  return (
    <section aria-label={t.sky} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-t border-line pt-5">
      <p className="text-act text-ink2">{t.sky}</p>
      {weatherIds
        .map((id) => ({ id, count: given.filter((value) => value === id).length }))
        .filter(({ count }) => count > 0)
        .map(({ id, count }) => (
          <p key={id} className="flex items-center gap-3 text-act">
            <Disc ground={looks[id].ground} icon={looks[id].icon} size="tile" />
            {labels.mood.weather[id].label} <span className="said text-clock">{count}</span>
          </p>
        ))}
    </section>
  )
}

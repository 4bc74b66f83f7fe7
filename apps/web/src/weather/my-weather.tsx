import { Suspense, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Button } from '../ui/button.tsx'
import { Disc } from '../ui/disc.tsx'
import { later } from '../ui/later.ts'
import { skies } from '../room/skies.ts'
import { saidBeside } from './said-beside.ts'

const MoreWeather = later(async () => (await import('./more-weather.tsx')).MoreWeather)

/** What one has said, changeable until sealing. */
export function MyWeather({ onChange }: { onChange: () => void }) {
  const t = useT('weather')
  const mood = useLabels().mood
  const { identity } = useRoom()
  const entry = useBoard((board) => board.weather[identity.personId])
  const said = useConfidences('weather').find((view) => view.personId === identity.personId)?.payload
  const [adding, setAdding] = useState(false)
  if (!entry) return null
  const look = skies[entry.value ?? 'pass']
  return (
    <div className="mx-auto flex w-full max-w-120 flex-wrap items-center gap-3 border-t border-line pt-4">
      <Disc size="mine" ground={look.ground} icon={look.icon} />
      <p className="min-w-24 flex-1">
        <span className="block font-strong">{entry.value ? t.mine(mood.weather[entry.value].label) : t.passed}</span>
        {said && <span className="block text-second text-ink2">{saidBeside(said, t).join(', ')}</span>}
      </p>
      {entry.value && (
        <Button kind="link" onClick={() => setAdding(true)}>
          {t.add}
        </Button>
      )}
      <Button kind="link" onClick={onChange}>
        {t.change}
      </Button>
      {adding && entry.value && (
        <Suspense fallback={null}>
          <MoreWeather value={entry.value} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </div>
  )
}

import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Button } from '../ui/button.tsx'
import { Disc } from '../ui/disc.tsx'
import { skies } from '../room/skies.ts'

/** What one has said, changeable until sealing. */
export function MyWeather({ onChange }: { onChange: () => void }) {
  const t = useT('weather')
  const moods = useLabels().mood.weather
  const { identity } = useRoom()
  const entry = useBoard((board) => board.weather[identity.personId])
  const words = useConfidences('weather').find((view) => view.personId === identity.personId)?.payload?.words
  if (!entry) return null
  const look = skies[entry.value ?? 'pass']
  return (
    <div className="mx-auto flex w-full max-w-120 flex-wrap items-center gap-3 border-t border-line pt-4">
      <Disc size="mine" ground={look.ground} icon={look.icon} />
      <p className="min-w-24 flex-1">
        <span className="block font-strong">{entry.value ? t.mine(moods[entry.value].label) : t.passed}</span>
        {words && <span className="block text-second text-ink2">{words}</span>}
      </p>
      <Button kind="link" onClick={onChange}>
        {t.change}
      </Button>
    </div>
  )
}

import { useId } from 'react'
import { useT } from '../i18n/words.tsx'
import { useLabels } from '../room/use-labels.ts'
import { joinClasses } from '../ui/join-classes.ts'

export type Level = 1 | 2 | 3

const looks: Record<Level, string> = { 1: 'min-h-14 w-[85%]', 2: 'min-h-16 w-[93%]', 3: 'min-h-18 w-full' }
const figures: Record<Level, string> = { 1: 'text-clock', 2: 'text-title', 3: 'text-head' }
/** A label opens its row; French gives it in lower case, as within a sentence. */
const opening = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1)

/**
 * The second tap is the act, so there is no third button. Levels grow in height and width, not in redness, and say who will see.
 * Before a kind is chosen they can be read, and pressing one says what comes first.
 */
export function RaiseLevels({
  levels,
  ready,
  busy,
  onRaise,
}: {
  levels: readonly Level[]
  ready: boolean
  busy: boolean
  onRaise: (level: Level) => void
}) {
  const t = useT('signals')
  const labels = useLabels()
  const hint = useId()
  return (
    <div role="group" aria-label={t.levels} className="flex flex-col gap-1.5">
      {levels.map((level) => (
        <button
          key={level}
          type="button"
          disabled={busy}
          aria-disabled={!ready}
          aria-describedby={ready ? undefined : hint}
          onClick={() => ready && onRaise(level)}
          className={joinClasses(
            'flex items-center gap-4 rounded-button border px-4 py-1.5 text-start',
            ready ? 'border-edge hover:bg-raised' : 'cursor-default border-line',
            looks[level],
          )}
        >
          <span aria-hidden className={joinClasses('said w-7 text-center', figures[level])}>
            {level}
          </span>
          <span className="min-w-0">
            <span className="block font-strong">{opening(labels.mood.levels[level].label)}</span>
            <span className="block text-second text-ink2">{t.levelFor[level]}</span>
          </span>
        </button>
      ))}
      {!ready && (
        <p id={hint} className="text-second text-ink2">
          {t.chooseFirst}
        </p>
      )}
    </div>
  )
}

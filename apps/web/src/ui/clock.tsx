import { useDates } from '../i18n/words.tsx'
import { joinClasses } from './join-classes.ts'

const sizes = { phone: 'text-clock', laptop: 'text-head', wall: 'text-wall' }

/** « 19 h 06 », the instant `at` (ms) in the zone of the meeting. It does not tick: whoever knows the server's time gives it. `fit` is the header's: 22 px on a phone, 34 on a laptop. */
export function Clock({ at, size = 'fit' }: { at: number; size?: keyof typeof sizes | 'fit' }) {
  const dates = useDates()
  return (
    <time
      dateTime={dates.iso(at)}
      className={joinClasses('said whitespace-nowrap tracking-tight', size === 'fit' ? 'text-clock laptop:text-head' : sizes[size])}
    >
      {dates.hour(at)}
    </time>
  )
}

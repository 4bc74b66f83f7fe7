import type { Attributed } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useNames } from '../room/use-names.ts'

/** Who said it, as they chose to appear: name and voice, voice alone, or « une personne ». */
export function Signed({ entry }: { entry: Attributed }) {
  const t = useT('agenda')
  const names = useNames()
  const voice = entry.voice === undefined ? '' : names.org(entry.voice)
  if (entry.personId !== undefined)
    return (
      <>
        {names.first(entry.personId)} <span className="font-text text-ink2">{voice}</span>
      </>
    )
  return <>{entry.attribution === 'voice-only' && voice ? voice : t.someone}</>
}

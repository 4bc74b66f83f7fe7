import { type Privacy, privacyLevels } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'

const fields = Object.keys(privacyLevels) as readonly (keyof Privacy)[]

/** What the minutes will say of whom: all five levels, since it is all of them that one agrees with [B18]. */
export function PrivacyLevels() {
  const t = useT('welcome')
  const labels = useLabels().meeting.privacy
  const privacy = useBoard((board) => board.meeting.privacy)
  return (
    <ul aria-label={t.inMinutes} className="flex flex-col gap-1 text-second text-ink2">
      {fields.map((field) => {
        const said: Readonly<Record<string, string>> = labels[field]
        return <li key={field}>{t.level(t.fields[field], said[privacy[field]] ?? privacy[field])}</li>
      })}
    </ul>
  )
}

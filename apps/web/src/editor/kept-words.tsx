import type { Item } from '@clairiere/ritual'
import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { Section } from '../ui/band.tsx'

/** What a former meeting had on a point it did not finish: the text, what stood against it, its notes [§2.4.3]. `act`: what may be done with the text. */
export function KeptWords({ item, act }: { item: Item; act?: ReactNode }) {
  const t = useT('agenda').items.kept
  if (!item.kept) return null
  const { text, objections, notes } = item.kept
  return (
    <Section title={t.title}>
      <div className="flex flex-col gap-3 pt-3">
        {text !== undefined && <p className="said-long whitespace-pre-wrap">{text}</p>}
        {act}
        <Said title={t.objections} words={objections} />
        <Said title={t.notes} words={notes} />
      </div>
    </Section>
  )
}

function Said({ title, words }: { title: string; words: readonly string[] }) {
  if (words.length === 0) return null
  return (
    <div>
      <p className="text-second text-ink2">{title}</p>
      <ul>
        {words.map((said, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- words of a former meeting never move
          <li key={index} className="whitespace-pre-wrap">
            {said}
          </li>
        ))}
      </ul>
    </div>
  )
}

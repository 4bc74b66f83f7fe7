import { useT } from '../i18n/words.tsx'
import { actWords } from '../room/act-words.ts'
import { useLink, useRoom } from '../room/room.tsx'
import { Fold } from '../ui/fold.tsx'
import { Passage } from '../room/passage.tsx'

/** What somebody signed, asked or answered while nothing passed: it is in no list of the meeting yet, so it stands here, folded, until it leaves. */
export function WaitingWords() {
  const { waitingHere } = useT('live')
  const { outbox } = useRoom()
  // A list is another one at each look, its ids are not.
  useLink((link) => link.outbox.waiting.map(({ id }) => id).join(' '))
  const isWaiting = useLink(({ saved }) => saved.kind === 'offline' || saved.kind === 'not-saving')
  if (!isWaiting) return null
  const written = outbox.waiting.flatMap(({ id, act }) => {
    const words = actWords(act)
    return words.length > 0 ? [{ id, text: words.join('\n') }] : []
  })
  if (written.length === 0) return null
  return (
    <div className="mb-6">
      <Fold label={waitingHere(written.length)}>
        <ul className="flex flex-col gap-3">
          {written.map(({ id, text }) => (
            <Passage key={id} text={text} />
          ))}
        </ul>
      </Fold>
    </div>
  )
}

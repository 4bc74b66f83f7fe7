import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Lines } from '../ui/band.tsx'
import { focusFirst, useReturnFocus } from '../ui/in-place.ts'
import { useSay } from '../ui/toasts.tsx'

/** The words a list of common words says. */
export interface WordListWords {
  edit: string
  remove: string
  removed: string
  up: string
  down: string
  add: string
}

export type WordListProps<E extends { id: string }> = {
  label: string
  entries: readonly E[]
  /** False: a list to read. */
  mayWrite: boolean
  /** False while the verb that adds stands elsewhere. */
  adds?: boolean
  words: WordListWords
  show: (entry: E) => ReactNode
  /** The fields of one entry, or of a new one; `leave` closes them. */
  form: (entry: E | null, leave: () => void) => ReactNode
  onRemove: (entry: E) => void
  onRestore: (entry: E) => void
  onMove: (entry: E, by: -1 | 1) => void
  /** Stands under each entry beside its verbs. */
  beside?: (entry: E) => ReactNode
  empty?: ReactNode
}

/** A list everyone writes together: read, each entry mended in its place; a new one at its end. */
export function WordList<E extends { id: string }>(props: WordListProps<E>) {
  const { label, entries, mayWrite, adds = true, words, show, form, onRemove, onRestore, onMove, beside, empty } = props
  /** The entry whose fields are open; '' is a new one. */
  const [opened, setOpened] = useState<string | null>(null)
  const say = useSay()
  const back = useReturnFocus()
  const leave = () => {
    if (opened !== null) back.leave(opened)
    setOpened(null)
  }
  const remove = (entry: E) => {
    onRemove(entry)
    leave()
    say(words.removed, () => onRestore(entry))
  }
  return (
    <div className="flex min-w-0 flex-col">
      {entries.length === 0 && empty}
      {entries.length > 0 && (
        <Lines label={label}>
          {entries.map((entry, index) => (
            <li key={entry.id} className="flex min-w-0 flex-col py-3">
              {opened === entry.id ? (
                <>
                  <div ref={focusFirst}>{form(entry, leave)}</div>
                  <div className="flex flex-wrap gap-x-5">
                    {index > 0 && (
                      <Button kind="quiet" onClick={() => onMove(entry, -1)}>
                        {words.up}
                      </Button>
                    )}
                    {index < entries.length - 1 && (
                      <Button kind="quiet" onClick={() => onMove(entry, 1)}>
                        {words.down}
                      </Button>
                    )}
                    <Button kind="quiet" onClick={() => remove(entry)}>
                      {words.remove}
                    </Button>
                  </div>
                </>
              ) : (
                <>
                  {show(entry)}
                  <div className="mt-1 flex flex-wrap items-center gap-x-5">
                    {beside?.(entry)}
                    {mayWrite && (
                      <Button ref={back.triggerOf(entry.id)} kind="quiet" className="text-second" onClick={() => setOpened(entry.id)}>
                        {words.edit}
                      </Button>
                    )}
                  </div>
                </>
              )}
            </li>
          ))}
        </Lines>
      )}
      {mayWrite &&
        adds &&
        (opened === '' ? (
          <div ref={focusFirst} className="animate-appear py-3">
            {form(null, leave)}
          </div>
        ) : (
          <div>
            <Button ref={back.triggerOf('')} kind="link" icon={Plus} onClick={() => setOpened('')}>
              {words.add}
            </Button>
          </div>
        ))}
    </div>
  )
}

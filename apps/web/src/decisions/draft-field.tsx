import { draftRoot, type Id } from '@clairiere/ritual'
import { useEffect, useId, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useLink } from '../room/room.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { follow, writeInto } from './shared-text.ts'

/** Longest proposal, so that it can be read aloud [§2.4.6]. */
export const PROPOSAL_MAX = 1200

/** The common text of an item's proposal, re-read as it changes. */
export const useDraftText = (itemId: Id): string => {
  const replica = useLink((link) => link.replica)
  const [text, setText] = useState(() => replica.doc.getText(draftRoot(itemId)).toString())
  useEffect(() => {
    const shared = replica.doc.getText(draftRoot(itemId))
    const read = (): void => setText(shared.toString())
    shared.observe(read)
    read()
    return () => shared.unobserve(read)
  }, [replica, itemId])
  return text
}

type DraftFieldProps = { itemId: Id; error?: string | undefined; label?: string; hint?: string }

/**
 * The text everyone may write in together, as a plain field: typing never waits, what others write comes in place and the caret stays with its words.
 * It is not a controlled field, because React would send the caret to the end at each of others' letters.
 */
export function DraftField({ itemId, error, label, hint }: DraftFieldProps) {
  const t = useT('decisions').propose
  const replica = useLink((link) => link.replica)
  const replacing = useLink((link) => link.replacing)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const length = useDraftText(itemId).trim().length
  useEffect(() => {
    const shared = replica.doc.getText(draftRoot(itemId))
    const area = field.current
    if (!area) return
    const grow = (): void => {
      area.style.height = 'auto'
      area.style.height = `${area.scrollHeight + 2}px`
    }
    return follow(shared, area, () => document.activeElement === area, grow)
  }, [replica, itemId])
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-strong">
        {label ?? t.text}
      </label>
      <p id={`${id}-hint`} className="-mt-2 text-second text-ink2">
        {hint ?? t.hint}
      </p>
      <textarea
        ref={field}
        id={id}
        rows={4}
        readOnly={replacing}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-count`}
        onInput={(event) => writeInto(replica.doc.getText(draftRoot(itemId)), event.currentTarget.value)}
        className="said-long block min-h-32 w-full resize-none rounded-field border border-edge bg-raised px-3.5 py-2.5 text-proposal text-ink aria-invalid:border-2 aria-invalid:border-ink"
      />
      <p id={`${id}-count`} className="text-second text-ink2 tabular-nums">
        {length > PROPOSAL_MAX ? t.tooLong(length - PROPOSAL_MAX) : t.count(length, PROPOSAL_MAX)}
      </p>
      {error && <ErrorLine>{error}</ErrorLine>}
      <SeenBy>{t.seenBy}</SeenBy>
    </div>
  )
}

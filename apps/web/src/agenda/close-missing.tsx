import { hasOutput, wordsState, type Item } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useLink, useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useSubmit } from '../room/use-submit.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField } from '../ui/field.tsx'
import { useToday } from '../room/days.ts'

/** What this item still owes before it is done [§2.3], said in one sentence; null when it owes nothing. `gives` is what can be written at once. */
const useMissing = (item: Item, nextStep: string): { sentence: string; gives?: 'note' | 'synthesis' | 'learning' } | null => {
  const t = useT('agenda').items.missing
  const names = useNames()
  const board = useBoard((whole) => whole)
  const today = useToday()
  const replica = useLink((link) => link.replica)
  const outcome = hasOutput(board, wordsState(replica.doc), item, nextStep.trim() === '' ? undefined : nextStep.trim(), today)
  if (outcome.ok) return null
  const missing = outcome.detail?.['missing']
  const first = Array.isArray(missing) ? String(missing[0]) : ''
  switch (outcome.refused) {
    case 'window-missing':
      return { sentence: t.window }
    case 'answer-missing':
      return { sentence: t.answer }
    case 'next-step-missing':
      return { sentence: t.next }
    case 'decisions-open':
      return { sentence: t.open }
    case 'impacted-not-asked': {
      const orgs = outcome.detail?.['organisations']
      return { sentence: t.impacted(Array.isArray(orgs) ? orgs.map((org) => names.org(String(org))).join(', ') : '') }
    }
    default:
  }
  if (item.kind === 'follow-up') return { sentence: t.lines }
  switch (first) {
    case 'note':
    case 'synthesis':
    case 'learning':
      return { sentence: t[first], gives: first }
    case 'observation':
    case 'request':
      return { sentence: t.observation }
    case 'text':
    case 'decider':
    case 'structures':
    case 'decision':
    case 'response':
      return { sentence: t[first] }
    default:
      return null
  }
}

/** Said before closing, with the means to give it where one line is enough. */
export function CloseMissing({ item, nextStep }: { item: Item; nextStep: string }) {
  const t = useT('agenda').items.missing
  const save = useT('agenda').save
  const link = useRoom()
  const missing = useMissing(item, nextStep)
  const learnings = useWordMap('learnings', 'learnings')
  const [text, setText] = useState('')
  const form = useSubmit()
  if (!missing) return null
  const give = async () => {
    const said = text.trim()
    if (said === '') return
    if (missing.gives === 'learning') learnings.add({ kind: 'learning', text: said, itemId: item.id }, link.newId())
    else {
      const heading = missing.gives === 'synthesis' ? { heading: 'synthesis' as const } : {}
      if (!(await form.submit({ type: 'add-note', itemId: item.id, text: said, channel: 'oral', author: null, ...heading }))) return
    }
    setText('')
  }
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="font-strong">
        {missing.sentence}
      </p>
      {missing.gives && (
        <>
          <LongField label={t.give} labelHidden value={text} onChange={setText} maxLength={1000} />
          {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
          <Button className="self-start" disabled={form.busy} onClick={() => void give()}>
            {save}
          </Button>
        </>
      )}
    </div>
  )
}

import { hasOutput, type Item, type WordsState } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useSubmit, type Submit } from '../room/use-submit.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { useToday } from '../room/days.ts'

/** What one line gives at once. */
export type Given = 'note' | 'synthesis' | 'learning'

/** What this item still owes before it is done [§2.3], said in one sentence; null when it owes nothing. `gives` is what can be written at once. */
export const useMissing = (item: Item, words: WordsState, nextStep: string): { sentence: string; gives?: Given } | null => {
  const t = useT('agenda').items.missing
  const names = useNames()
  const board = useBoard((whole) => whole)
  const today = useToday()
  const outcome = hasOutput(board, words, item, nextStep.trim() === '' ? undefined : nextStep.trim(), today)
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
      const named = Array.isArray(orgs) ? orgs.map((org) => names.org(String(org))) : []
      return { sentence: named.length > 0 ? t.impacted(named.join(', ')) : t.nobodyImpacted }
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

/** Writes the one line that is missing; true once it is taken. */
export const useGive = (item: Item): { form: Submit; give: (what: Given, text: string) => Promise<boolean> } => {
  const link = useRoom()
  const learnings = useWordMap('learnings', 'learnings')
  const form = useSubmit()
  const give = async (what: Given, text: string) => {
    if (what === 'learning') {
      learnings.add({ kind: 'learning', text, itemId: item.id }, link.newId())
      return true
    }
    const heading = what === 'synthesis' ? { heading: 'synthesis' as const } : {}
    return await form.submit({ type: 'add-note', itemId: item.id, text, channel: 'oral', author: null, ...heading })
  }
  return { form, give }
}

import { Check, CloudAlert, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useT } from '../i18n/words.tsx'
import type { fr } from './fr.ts'
import { Icon, type IconShape } from './icon.tsx'

type Words = (typeof fr)['saved']

/** Where one's words stand. `kept` counts what waits on this device's disk, `loose` what is in this page alone. */
export type SavedState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'offline' | 'filtered'; readonly kept: number; readonly loose: number }
  | { readonly kind: 'not-saving' }
  | { readonly kind: 'refused' }

const icons: Record<SavedState['kind'], IconShape> = {
  saved: Check,
  sending: LoaderCircle,
  offline: CloudOff,
  filtered: CloudAlert,
  'not-saving': TriangleAlert,
  refused: TriangleAlert,
}

/** « Gardé ici » is said of what is on the disk alone; of letters on their way there, as of those a full device does not take, that they are not yet. */
const wordOf = (state: SavedState, t: Words): string => {
  if (state.kind !== 'offline' && state.kind !== 'filtered') return t[state.kind]
  const { nothing, kept, loose } = t[state.kind]
  if (state.kept > 0) return kept(state.kept)
  return state.loose > 0 ? loose : nothing
}

/** Always visible, an icon and a word. Spoken only when it turns bad: each keystroke changes it. */
export function SavedMark({ state }: { state: SavedState }) {
  const t = useT('ui').saved
  const word = wordOf(state, t)
  const bad = state.kind !== 'saved' && state.kind !== 'sending'
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-second text-ink2">
      <Icon shape={icons[state.kind]} className="size-4" />
      <span className={bad ? 'min-w-0 font-strong text-ink' : 'min-w-0'}>{word}</span>
      <span role="status" className="sr-only">
        {bad ? word : ''}
      </span>
    </span>
  )
}

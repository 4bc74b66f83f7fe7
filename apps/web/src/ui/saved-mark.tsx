import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useT } from '../i18n/words.tsx'
import { Icon, type IconShape } from './icon.tsx'

/** Where one's words stand. `unsent` counts what waits on this device. */
export type SavedState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'offline'; readonly unsent: number }
  | { readonly kind: 'not-saving' }
  | { readonly kind: 'refused' }

const icons: Record<SavedState['kind'], IconShape> = {
  saved: Check,
  sending: LoaderCircle,
  offline: CloudOff,
  'not-saving': TriangleAlert,
  refused: TriangleAlert,
}

/** Always visible, an icon and a word. Spoken only when it turns bad: each keystroke changes it. */
export function SavedMark({ state }: { state: SavedState }) {
  const t = useT('ui').saved
  const word = state.kind === 'offline' && state.unsent > 0 ? t.unsent(state.unsent) : t[state.kind]
  const bad = state.kind !== 'saved' && state.kind !== 'sending'
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-second text-ink2">
      <Icon shape={icons[state.kind]} className="size-4" />
      <span className={bad ? 'min-w-0 truncate font-strong text-ink' : 'min-w-0 truncate'}>{word}</span>
      <span role="status" className="sr-only">
        {bad ? word : ''}
      </span>
    </span>
  )
}

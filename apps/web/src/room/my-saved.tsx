import { type SavedState as Shown, SavedMark } from '../ui/saved-mark.tsx'
import { useLink } from './room.tsx'
import type { SavedState } from './saved-state.ts'

/** The room's states in the mark's words: opening is a sending that lasts. */
export const shownSaved = (saved: SavedState): Shown => {
  if (saved.kind === 'connecting' || saved.kind === 'sending') return { kind: 'sending' }
  if (saved.kind === 'not-accepted') return { kind: 'refused' }
  return saved.kind === 'offline' || saved.kind === 'filtered' ? saved : { kind: saved.kind }
}

/** Where this person's words and acts stand, for a page of the room that brings its own header. */
export const MySaved = () => <SavedMark state={shownSaved(useLink((link) => link.saved))} />

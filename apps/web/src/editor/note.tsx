import { readNote } from '@clairiere/ritual'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { useBoard } from '../room/use-board.ts'
import { useLink } from '../room/room.tsx'
import { useT } from '../i18n/words.tsx'
import { caretColor } from './caret-color.ts'
import { Blocks } from './static-note.tsx'
import { later } from '../ui/later.ts'

const load = () => import('./tiptap-note.tsx')
const TiptapNote = later(async () => (await load()).TiptapNote)
/** Where the network does not bring it, the tap asks again. */
const fetchAhead = () => void load().catch(() => undefined)

/** Above this number of people carets are off [§4.8]. */
const CARETS_UP_TO = 25

/** Re-reads one note at most once per animation frame, and only while it changes. */
const useNoteBlocks = (root: string) => {
  const replica = useLink((link) => link.replica)
  const [blocks, setBlocks] = useState(() => readNote(replica.doc.getXmlFragment(root)))
  useEffect(() => {
    const fragment = replica.doc.getXmlFragment(root)
    let frame = 0
    const read = (): void => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        setBlocks(readNote(replica.doc.getXmlFragment(root)))
      })
    }
    setBlocks(readNote(replica.doc.getXmlFragment(root)))
    fragment.observeDeep(read)
    return () => {
      fragment.unobserveDeep(read)
      cancelAnimationFrame(frame)
    }
  }, [replica, root])
  return blocks
}

/**
 * A common note: static text for readers and until the first tap, the editor from then on for those who may write. The room stays usable while the editor's code
 * is on its way; during a recovery the note is read-only.
 */
export const Note = ({ root, label, mayWrite, placeholder }: { root: string; label: string; mayWrite: boolean; placeholder: string }) => {
  const replica = useLink((link) => link.replica)
  const replacing = useLink((link) => link.replacing)
  const identity = useLink((link) => link.identity)
  const withCarets = useBoard((board) => Object.keys(board.people).length <= CARETS_UP_TO)
  const t = useT('editor')
  const [writing, setWriting] = useState(false)
  const blocks = useNoteBlocks(root)
  const fragment = useMemo(() => replica.doc.getXmlFragment(root), [replica, root])
  const carets = useMemo(
    () =>
      !withCarets
        ? null
        : {
            awareness: replica.provider.awareness,
            user: { id: identity.personId, name: identity.name.split(' ')[0] ?? identity.name, color: caretColor(identity.personId) },
          },
    [replica, identity, withCarets],
  )
  const still = blocks.length === 0 ? <p className="text-ink2">{placeholder}</p> : <Blocks blocks={blocks} />
  if (!mayWrite || replacing) return <div className="note">{still}</div>
  if (!writing)
    return (
      <div className="note-at-rest">
        <div className="note">{still}</div>
        <button type="button" className="note-write" onClick={() => setWriting(true)} onFocus={fetchAhead}>
          {t.write}
        </button>
      </div>
    )
  return (
    <Suspense fallback={<div className="note">{still}</div>}>
      <TiptapNote key={replica.address.storeName} fragment={fragment} carets={carets} label={label} editable />
    </Suspense>
  )
}

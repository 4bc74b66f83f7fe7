import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { noteExtensions } from './extensions.ts'
import { tablesAsLines } from './tables-as-lines.ts'

export interface TiptapNoteProps {
  fragment: Y.XmlFragment
  carets: { awareness: Awareness; user: { id: string; name: string; color: string } } | null
  label: string
  editable: boolean
  onBlur?: () => void
}

/** Whether somebody has gone on to another place meanwhile: the first editor comes upon a tap, a later one, for other carets, upon nothing that its writer did. */
const isElsewhere = (isFirst: boolean): boolean => {
  const active = document.activeElement
  if (active === null || active === document.body) return false
  return !isFirst || active.matches('input, textarea, select, [contenteditable=true]')
}

/** The editor itself, loaded lazily and mounted for someone about to write. `label` is its accessible name. */
export const TiptapNote = ({ fragment, carets, label, editable, onBlur }: TiptapNoteProps) => {
  const caret = useRef<number | null>(null)
  const editor = useEditor(
    {
      extensions: noteExtensions(fragment, carets),
      editable,
      injectCSS: false,
      editorProps: {
        transformPastedHTML: tablesAsLines,
        attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', class: 'note', spellcheck: 'true' },
      },
      onSelectionUpdate: ({ editor: { state } }) => void (caret.current = state.selection.head),
      onBlur: () => onBlur?.(),
    },
    [fragment, carets, editable],
  )
  // Not Tiptap's own autofocus: on a slow phone it comes while the editor still stands outside of the page, and the tap brings no caret. There, too, React's
  // binding may have given up a first editor and made another: that one is focused in its turn.
  useEffect(() => {
    if (editor && !editor.isDestroyed && editable && !isElsewhere(caret.current === null)) editor.commands.focus(caret.current ?? 'end')
  }, [editor, editable])
  return <EditorContent editor={editor} />
}

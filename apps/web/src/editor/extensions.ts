import type { AnyExtension } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Strike } from '@tiptap/extension-strike'
import { Text } from '@tiptap/extension-text'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { caretColor } from './caret-color.ts'
import { steadyCaret } from './steady-caret.ts'

/**
 * The editor's whole schema, spelled out: what the guard accepts and the minutes print. No TrailingNode and no UniqueID, which would write into a note that
 * nobody touched; no history but the collaboration's.
 */
export const noteExtensions = (
  fragment: Y.XmlFragment,
  carets: { awareness: Awareness; user: { id: string; name: string; color: string } } | null,
): AnyExtension[] => [
  Document,
  Paragraph,
  Text,
  HardBreak,
  Bold,
  Italic,
  Strike,
  Link.configure({
    openOnClick: false,
    autolink: true,
    protocols: ['http', 'https', 'mailto'],
    HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null, class: null },
  }),
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  Heading.configure({ levels: [2, 3] }),
  Blockquote,
  ...(fragment.doc ? [steadyCaret(fragment.doc)] : []),
  Collaboration.configure({ fragment }),
  ...(carets
    ? [CollaborationCaret.configure({ provider: { awareness: carets.awareness }, user: carets.user, render: caretsBeside(carets.user.id) })]
    : []),
]

/**
 * A calm caret with the first name; colours of the circle, never of a mood. The colour is made here from the id that the server stamps: the binding lets no
 * `oklch()` through and would hand over `transparent`.
 */
const caretsBeside =
  (me: string) =>
  (user: Record<string, unknown>): HTMLElement => {
    const caret = document.createElement('span')
    // One's own page of a moment ago, before a reload, or one's other device: not somebody to make room for.
    if (user['id'] === me) return caret
    caret.className = 'caret'
    caret.style.setProperty('--caret', caretColor(typeof user['id'] === 'string' ? user['id'] : ''))
    const label = document.createElement('span')
    label.className = 'caret-name'
    label.textContent = typeof user['name'] === 'string' ? (user['name'].split(' ')[0] ?? '') : ''
    caret.append(label)
    return caret
  }

import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'

/** Before the binding (1000), which notes the selection as each change of the document begins. */
const BEFORE_THE_BINDING = 1100

/**
 * A caret key moves the browser's caret at once, and tells the editor in a later task. Whatever of others is drawn in between would put the old caret back:
 * the editor is told now.
 */
const readCaret = (view: EditorView): void => {
  if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

const scrollerOf = (dom: HTMLElement): HTMLElement => {
  for (let element = dom.parentElement; element; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element)
    if (overflowY === 'auto' || overflowY === 'scroll') return element
  }
  return dom.ownerDocument.documentElement
}

/**
 * While one writes, the browser's own scroll anchor is off: on a slow screen Chromium's took back, a frame or two later, what the editor had scrolled,
 * as another's caret was drawn anew. What grows or goes above the field is made up for here instead. Answers how to end it.
 */
const anchorsField = (view: EditorView): (() => void) => {
  const scroller = scrollerOf(view.dom)
  const fieldTop = (): number => view.dom.getBoundingClientRect().top + scroller.scrollTop
  let stood = fieldTop()
  const watch = new ResizeObserver(() => {
    const moved = fieldTop() - stood
    stood += moved
    if (moved !== 0 && caretTop(view) !== null) scroller.scrollBy({ top: moved, behavior: 'instant' })
  })
  for (const part of scroller.children) watch.observe(part)
  scroller.style.overflowAnchor = 'none'
  return () => {
    watch.disconnect()
    scroller.style.overflowAnchor = ''
  }
}

/** Where the caret stands on the screen, px; null when it is not there, and the reader then looks at something else. */
const caretTop = (view: EditorView): number | null => {
  if (!view.hasFocus()) return null
  const { top, bottom } = view.coordsAtPos(view.state.selection.head)
  return bottom < 0 || top > innerHeight ? null : top
}

/** A change that others made, or that came back from another device; one's own undo moves the screen like any typing. */
const isOthers = (transaction: Transaction): boolean => {
  // The binding's own key, of which Tiptap exports only the question.
  const meta = transaction.getMeta('y-sync$') as { isUndoRedoOperation?: boolean } | undefined
  return isChangeOrigin(transaction) && meta?.isUndoRedoOperation !== true
}

/** Keeps one's caret where one put it, and the line one writes at its height on the screen, whatever others do above, beside or below. */
export const steadyCaret = (doc: Y.Doc): Extension => {
  let others = false
  /** Null before the editor stands in the page and after it has left: a late echo of the binding still comes then. */
  let view: EditorView | null = null
  let leaves: (() => void) | null = null
  const leave = (): void => {
    leaves?.()
    leaves = null
  }
  return Extension.create({
    name: 'steadyCaret',
    priority: BEFORE_THE_BINDING,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleScrollToSelection: () => others,
          handleDOMEvents: {
            focus: (mounted) => {
              leave()
              leaves = anchorsField(mounted)
            },
            blur: leave,
          },
        },
        view: (mounted) => {
          view = mounted
          const before = (): void => readCaret(mounted)
          doc.on('beforeAllTransactions', before)
          return {
            destroy: () => {
              if (view === mounted) view = null
              leave()
              doc.off('beforeAllTransactions', before)
            },
          }
        },
      }),
    ],
    dispatchTransaction({ transaction, next }) {
      if (view === null) return next(transaction)
      if (isOthers(transaction)) {
        const stood = caretTop(view)
        others = true
        next(transaction)
        others = false
        const stands = stood === null ? null : (caretTop(view) ?? view.coordsAtPos(view.state.selection.head).top)
        if (stood !== null && stands !== null && stands !== stood)
          scrollerOf(view.dom).scrollBy({ top: stands - stood, behavior: 'instant' })
        return
      }
      // Only drawn anew: another's caret has moved. It was begun with the selection the editor knew of.
      const redraws = !transaction.docChanged && !transaction.selectionSet && !transaction.storedMarksSet
      if (redraws) {
        readCaret(view)
        if (transaction.doc === view.state.doc && !transaction.selection.eq(view.state.selection))
          transaction.setSelection(view.state.selection)
      }
      next(transaction)
    },
  })
}

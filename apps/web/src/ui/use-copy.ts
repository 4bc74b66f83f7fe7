import { useRef, useState, type RefObject } from 'react'
import { copyText } from './copy-text.ts'

interface Copy {
  /** The element that shows the text: selected where the browser does not let a page copy. */
  readonly shown: RefObject<HTMLParagraphElement | null>
  readonly copied: 'no' | 'copied' | 'selected'
  readonly copy: () => void
}

/** One text to copy, as far as the browser lets us. */
export function useCopy(text: string): Copy {
  const shown = useRef<HTMLParagraphElement>(null)
  const [copied, setCopied] = useState<Copy['copied']>('no')
  const copy = async () => {
    const done = await copyText(text)
    if (!done && shown.current) selectAll(shown.current)
    setCopied(done ? 'copied' : 'selected')
  }
  return { shown, copied, copy: () => void copy() }
}

const selectAll = (element: HTMLElement): void => {
  const range = document.createRange()
  range.selectNodeContents(element)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

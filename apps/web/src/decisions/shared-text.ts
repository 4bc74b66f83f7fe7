import type * as Y from 'yjs'

/** The one replacement that turns `before` into `after`: where, how much goes, what comes. Never splits a surrogate pair. */
export const replacementOf = (before: string, after: string): { index: number; remove: number; insert: string } => {
  let start = 0
  const shortest = Math.min(before.length, after.length)
  while (start < shortest && before[start] === after[start]) start++
  let end = 0
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff
  if (start > 0 && (isLow(before.charCodeAt(start)) || isLow(after.charCodeAt(start)))) start--
  if (end > 0 && (isLow(before.charCodeAt(before.length - end)) || isLow(after.charCodeAt(after.length - end)))) end--
  return { index: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

/** Where a caret goes when somebody else changes the text around it; what is inserted right at the caret stays behind it. */
export const movedBy = (
  position: number,
  delta: readonly { retain?: number | undefined; insert?: unknown; delete?: number | undefined }[],
): number => {
  let at = 0
  let moved = position
  for (const op of delta) {
    if (op.retain !== undefined) at += op.retain
    else if (typeof op.insert === 'string') {
      if (at < moved) moved += op.insert.length
      at += op.insert.length
    } else if (op.delete !== undefined && at < moved) moved -= Math.min(op.delete, moved - at)
  }
  return moved
}

/** Writes what a person made of the text, as the least change, so that others' words beside it stand. */
export const writeInto = (target: Y.Text, after: string): void => {
  const { index, remove, insert } = replacementOf(target.toString(), after)
  if (remove === 0 && insert === '') return
  const edit = (): void => {
    if (remove > 0) target.delete(index, remove)
    if (insert) target.insert(index, insert)
  }
  if (target.doc) target.doc.transact(edit)
  else edit()
}

/** The part of a field that `follow` looks at. */
type Followed = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange'>

/** Keeps a field showing the common text, whoever changes it and by whatever button; the caret stays with its words. `shown` comes after each change. Answers how to end it. */
export const follow = (shared: Y.Text, field: Followed, isFocused: () => boolean, shown: () => void): (() => void) => {
  const onShared = (event: Y.YTextEvent): void => {
    // What was typed in it stands there already; what else this page wrote, a piece put back or an older version, does not.
    if (field.value !== shared.toString()) {
      const [from, to] = [field.selectionStart, field.selectionEnd].map((at) => movedBy(at, event.delta)) as [number, number]
      field.value = shared.toString()
      if (isFocused()) field.setSelectionRange(from, to)
    }
    shown()
  }
  field.value = shared.toString()
  shown()
  shared.observe(onShared)
  return () => shared.unobserve(onShared)
}

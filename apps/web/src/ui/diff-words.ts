export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Words with the space before them: a sentence added at the end leaves the last word as it was. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? []
}

/**
 * What changed between two texts, word by word: pieces in reading order, what was removed before what replaces it.
 * Joining same and removed gives `before`, same and added gives `after`. Cost is the product of what differs; texts are proposals, a few pages at most.
 */
export function diffWords(before: string, after: string): Piece[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++

  const pieces: Piece[] = []
  add(pieces, 'same', old.slice(0, start))
  for (const piece of diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end)))
    add(pieces, piece.kind, piece.words)
  add(pieces, 'same', old.slice(old.length - end))
  return pieces
}

function add(pieces: Piece[], kind: Piece['kind'], words: readonly string[]): void {
  if (words.length === 0) return
  const last = pieces.at(-1)
  const text = words.join('')
  if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text }
  else pieces.push({ kind, text })
}

type Run = { kind: Piece['kind']; words: string[] }

/** The longest common run of words keeps its place; all else was removed, then added. */
function diffMiddle(old: readonly string[], now: readonly string[]): Run[] {
  const width = now.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const runs: Run[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    if (removed.length) runs.push({ kind: 'removed', words: removed })
    if (added.length) runs.push({ kind: 'added', words: added })
    removed = []
    added = []
  }
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const [o, n] = [old[i], now[j]]
    if (o !== undefined && o === n) {
      flush()
      runs.push({ kind: 'same', words: [o] })
      i++
      j++
    } else if (o !== undefined && (n === undefined || at(i + 1, j) >= at(i, j + 1))) {
      removed.push(o)
      i++
    } else if (n !== undefined) {
      added.push(n)
      j++
    }
  }
  flush()
  return runs
}

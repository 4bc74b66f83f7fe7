import * as Y from 'yjs'
import { startOf, type SharedType } from './yjs-internals.ts'

/** True when deleting these markers leaves every visible character of the text with the marks it has. Costs one pass over the text. */
export function keepsFormatting(type: SharedType, markers: ReadonlySet<Y.Item>): boolean {
  const before = new Map<string, string>()
  const after = new Map<string, string>()
  for (let item = startOf(type); item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      apply(before, item.content)
      if (!markers.has(item)) apply(after, item.content)
    } else if (item.countable && !same(before, after)) {
      return false
    }
  }
  return true
}

function apply(marks: Map<string, string>, { key, value }: Y.ContentFormat): void {
  if (value === null) marks.delete(key)
  else marks.set(key, JSON.stringify(value))
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (b.get(key) !== value) return false
  return true
}

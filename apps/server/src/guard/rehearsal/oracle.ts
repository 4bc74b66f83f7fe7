import * as Y from 'yjs'
import { schemaOf } from './stage.ts'
import { ownRule, ruleOf, TEXT, type Json, type MapShape, type XmlShape } from '../schema.ts'

// Looks at a document as a reader of it would, without anything of what the guard knows: is all that can be seen in it allowed?

/** What everyone sees: shown texts with their marks, and values. */
export function view(doc: Y.Doc): unknown {
  return {
    notes: ['note:0', 'note:1'].map((name) => doc.getXmlFragment(name).toArray().map(show)),
    drafts: ['draft:0', 'draft:1'].map((name) => runsOf(doc.getText(name))),
    cards: doc.getMap('cards').toJSON(),
    facts: doc.getMap('facts').toJSON(),
  }
}

function show(node: Y.XmlElement | Y.XmlText | Y.XmlHook): unknown {
  if (node instanceof Y.XmlText) return runsOf(node)
  return node instanceof Y.XmlElement ? { name: node.nodeName, attributes: node.getAttributes(), inner: node.toArray().map(show) } : 'hook'
}

interface Run {
  readonly insert: unknown
  readonly attributes?: Record<string, Json>
}

/** A text as runs of equal marks: redundant markers between characters do not show. */
function runsOf(text: Y.Text): [text: string, marks: string][] {
  const runs: [text: string, marks: string][] = []
  for (const { insert, attributes = {} } of text.toDelta() as Run[]) {
    const marks = JSON.stringify(Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    const last = runs.at(-1)
    if (last?.[1] === marks) last[0] += String(insert)
    else runs.push([String(insert), marks])
  }
  return runs
}

/** The first thing in a document that its schema does not allow; null when there is none. */
export function findForbidden(doc: Y.Doc): string | null {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'pending'
  const { roots } = schemaOf()
  for (const [name, root] of doc.share) {
    const rule = ruleOf(roots, name)
    if (rule === null) return `root ${name}`
    let problem: string | null = null
    if (rule.kind === 'map') problem = root instanceof Y.Map ? findInMap(root, rule) : `type of ${name}`
    else if (rule.kind === 'text') problem = root instanceof Y.Text ? findInText(root, rule.marks) : `type of ${name}`
    else problem = root instanceof Y.XmlFragment ? findInNodes(root, rule.top, rule) : `type of ${name}`
    if (problem !== null) return problem
  }
  return findBroken(doc)
}

function findInMap(map: Y.Map<Json>, { value }: MapShape): string | null {
  const wrong = [...map.entries()].find(([key, entry]) => !value(entry, key))
  return wrong === undefined ? null : `value of ${wrong[0]}`
}

function findInNodes(parent: Y.XmlFragment, allowed: readonly string[], rule: XmlShape): string | null {
  for (const node of parent.toArray()) {
    const name = node instanceof Y.XmlText ? TEXT : node instanceof Y.XmlElement ? node.nodeName : 'hook'
    if (!allowed.includes(name)) return `${name} inside`
    let problem: string | null = null
    if (node instanceof Y.XmlText) problem = findInText(node, rule.marks)
    else if (node instanceof Y.XmlElement) {
      const element = ownRule(rule.elements, node.nodeName)
      for (const [key, value] of Object.entries(node.getAttributes())) {
        if (ownRule(element?.attributes, key)?.(value as unknown as Json) !== true) return `attribute ${key}`
      }
      problem = findInNodes(node, element?.children ?? [], rule)
    }
    if (problem !== null) return problem
  }
  return null
}

function findInText(text: Y.Text, marks: Readonly<Record<string, (value: Json) => boolean>> | undefined): string | null {
  let length = 0
  for (const { insert, attributes = {} } of text.toDelta() as Run[]) {
    if (typeof insert !== 'string') return 'embed'
    length += insert.length
    for (const [name, value] of Object.entries(attributes)) {
      if (ownRule(marks, name.replace(/--.{8}$/, ''))?.(value) !== true) return `mark ${name}`
    }
  }
  return length === text.length ? null : 'a text that miscounts itself'
}

/** Neighbours that do not know each other, or clocks with a hole. */
function findBroken(doc: Y.Doc): string | null {
  for (const structs of doc.store.clients.values()) {
    let clock = 0
    for (const struct of structs) {
      if (struct.id.clock !== clock) return 'a hole in the clocks'
      clock += struct.length
      if (!(struct instanceof Y.Item)) continue
      if (struct.right !== null && struct.right.left !== struct) return 'neighbours that differ'
      if (struct.right !== null && struct.right.parent !== struct.parent) return 'a list of two parents'
      if (struct.right !== null && struct.right.parentSub !== struct.parentSub) return 'a list of two keys'
    }
  }
  return null
}

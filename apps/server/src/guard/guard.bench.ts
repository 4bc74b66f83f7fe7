import * as Y from 'yjs'
import { schemaOf, type Standing } from './rehearsal/stage.ts'
import type { Context } from './context.ts'
import { WriteGuard } from './write-guard.ts'

// What inspection costs. Not a test: `node apps/server/src/guard/guard.bench.ts` prints a table, with `--json` the two figures that have a goal.

const CONTEXT: Context<Standing> = { principal: 'ada', standing: 'writer', kind: 'update', frozen: false }

/** A client's replica with some paragraphs in a note and some cards. */
function replica(paragraphs: number): Y.Doc {
  const doc = new Y.Doc()
  for (let index = 0; index < paragraphs; index++) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(`paragraph number ${index}, with a sentence in it that somebody said`)])
    doc.getXmlFragment(`note:${index % 20}`).push([paragraph])
    if (index % 5 === 0) doc.getMap('cards').set(`c${index % 500}`, { text: `card ${index}` })
  }
  return doc
}

function guarded(
  state: Uint8Array,
  owners: readonly [client: number, principal: string][] = [],
): { doc: Y.Doc; guard: WriteGuard<Standing> } {
  const doc = new Y.Doc()
  const guard = new WriteGuard({ doc, schema: schemaOf(), owners, limits: { structs: 1_000_000 } })
  Y.applyUpdate(doc, state)
  // A server listens; without a listener Yjs would not encode what changed.
  doc.on('update', () => {})
  return { doc, guard }
}

/** Milliseconds for one call, the median of several: a machine that does something else meanwhile is not what is measured. */
function time(runs: number, work: (run: number) => void): number {
  return median(
    Array.from({ length: runs }, (_, run) => {
      const begun = performance.now()
      work(run)
      return performance.now() - begun
    }),
  )
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function keystrokes(client: Y.Doc, count: number): Uint8Array[] {
  const updates: Uint8Array[] = []
  client.on('update', (update: Uint8Array) => updates.push(update))
  const text = client.getText('draft:0')
  for (let index = 0; index < count; index++) text.insert(text.length, 'k')
  return updates
}

const rows: Record<string, string>[] = []
const goals = { keystroke: Number.NaN, sync: Number.NaN }
for (const paragraphs of [1_000, 10_000]) {
  const client = replica(paragraphs)
  const state = Y.encodeStateAsUpdate(client)
  const updates = keystrokes(client, 20_000)

  const plain = guarded(state)
  const plainApply = time(updates.length, (run) => Y.applyUpdate(plain.doc, updates[run] ?? state))
  const { doc, guard } = guarded(state, [[client.clientID, 'ada']])
  const inspections = updates.map((update) => {
    const inspection = time(1, () => void guard.inspect(update, CONTEXT))
    Y.applyUpdate(doc, update)
    return inspection
  })
  const inspection = median(inspections)

  const empty = guarded(Uint8Array.of(0, 0))
  const everything = Y.encodeStateAsUpdate(client)
  const known = time(11, () => void guard.inspect(everything, { ...CONTEXT, kind: 'step2' }))
  const fresh = time(5, () => {
    const { outcome } = empty.guard.inspect(everything, { ...CONTEXT, kind: 'step2' })
    if (outcome !== 'apply') throw new Error(outcome)
  })
  const plainFresh = time(3, () => Y.applyUpdate(guarded(Uint8Array.of(0, 0)).doc, everything))
  Object.assign(goals, { keystroke: inspection * 1000, sync: fresh })
  rows.push({
    document: `${(state.length / 1e6).toFixed(2)} MB`,
    'keystroke: plain apply': `${(plainApply * 1000).toFixed(1)} µs`,
    'keystroke: inspect': `${(inspection * 1000).toFixed(1)} µs`,
    'all of it, known: inspect': `${known.toFixed(1)} ms`,
    'all of it, new: plain apply': `${plainFresh.toFixed(0)} ms`,
    'all of it, new: inspect': `${fresh.toFixed(0)} ms`,
  })
}
if (process.argv.includes('--json')) console.log(JSON.stringify(goals))
else console.table(rows)

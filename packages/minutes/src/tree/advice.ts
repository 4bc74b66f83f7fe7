import type { Advice } from '../record/items.ts'
import type { Sentences } from '../sentences/fr.ts'
import type { Block } from './nodes.ts'
import { authorIs, stopped } from './voices.ts'
import { labelled, table } from './write.ts'

/** The question, who will decide, each advice in the order given, and those still awaited [§2.9 Advice]. */
export const adviceBlocks = (advice: Advice, s: Sentences): Block[] => {
  const a = s.advice
  return [
    labelled(s, a.question, stopped(advice.question)),
    labelled(s, a.whoDecides, a.decider(authorIs(advice.decider, s), advice.decideBy)),
    ...(advice.given.length === 0 ? [] : [givenTable(advice, s)]),
    ...pendingByDate(advice).map(([by, pending]) =>
      labelled(s, a.pending(pending.length, by), stopped(pending.map((each) => `${each.from} (${a.titles[each.as]})`).join(s.semicolon))),
    ),
    ...(advice.outcome === undefined ? [] : [labelled(s, a.outcome, stopped(advice.outcome))]),
  ]
}

const givenTable = (advice: Advice, s: Sentences): Block => {
  const a = s.advice
  const isAnswered = advice.given.some((each) => each.answer !== undefined)
  return table(
    isAnswered ? [...a.header, a.answerColumn] : a.header,
    advice.given.map(({ by, as, text, answer }) => {
      const cells = [authorIs(by, s), a.titles[as], text]
      if (!isAnswered) return cells
      return [
        ...cells,
        answer === undefined ? '' : answer.why ? `${s.label(a.answers[answer.kept])} ${answer.why}` : a.answers[answer.kept],
      ]
    }),
  )
}

const pendingByDate = (advice: Advice): [string | undefined, Advice['pending']][] => {
  const dates = [...new Set(advice.pending.map((each) => each.expectedBy))].toSorted((x, y) => ((x ?? '9999') < (y ?? '9999') ? -1 : 1))
  return dates.map((by) => [by, advice.pending.filter((each) => each.expectedBy === by)])
}

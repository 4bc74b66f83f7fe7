import { describe, expect, it } from 'vitest'
import { feedbackSubjects, sayFeedbackSubject } from './feedback-subject.ts'

type Known = Parameters<typeof feedbackSubjects>[0]

describe('[A6] what a feedback may be about', () => {
  it('decisions that have a reference, here or before, then actions, each once and in the order of their references', () => {
    const known = {
      decisions: { a: { ref: 'D-2026-10', title: 'La charte' }, b: { title: 'Pas encore adoptée' } },
      transmissions: {
        t: { decisionRef: 'D-2026-9', title: 'Le tarif', carriedOver: true },
        u: { decisionRef: 'D-2026-10', title: 'La charte' },
      },
      actions: { x: { ref: 'A-2026-12', title: 'Relire' }, y: { ref: 'A-2026-3', title: 'Appeler' } },
    } as unknown as Known
    const found = feedbackSubjects(known)
    expect(found.map(sayFeedbackSubject)).toEqual([
      'D-2026-9 – Le tarif',
      'D-2026-10 – La charte',
      'A-2026-3 – Appeler',
      'A-2026-12 – Relire',
    ])
    expect(found.map(({ kind }) => kind)).toEqual(['decision', 'decision', 'action', 'action'])
  })
})

import type { Words } from '@clairiere/ritual'
import { fixture } from './fixture.ts'

/** The common words of that evening, as `readWords` gives them. */
export const fixtureWords = (): Words => {
  const workshop = fixture.agenda.find((item) => item.workshop !== undefined)!
  const paragraphs = (texts: readonly string[]) => texts.map((text) => ({ type: 'paragraph' as const, content: [{ text }] }))
  const ranked = <T>(entries: readonly T[]) => entries.map((entry, index) => ({ ...entry, id: String(index), rank: index }))
  return {
    notes: {
      [`note:${workshop.id}:questions`]: paragraphs(workshop.workshop!.questions),
      [`note:${workshop.id}:synthesis`]: [{ type: 'bullets', items: workshop.workshop!.synthesis.map((text) => paragraphs([text])) }],
    },
    drafts: {},
    ideas: { [workshop.id]: ranked(workshop.workshop!.ideas.map((text) => ({ text }))) },
    learnings: ranked(fixture.learnings),
    resources: ranked(fixture.resources),
    disagreements: ranked(fixture.disagreements),
  }
}

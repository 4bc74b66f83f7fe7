import type { Locale, Phase } from './meeting/entities.ts'
import type { RoundKind } from './rounds/entities.ts'

/** The ritual as a versioned template that the group may change [A17]; each meeting keeps the version it used. */
export interface Template {
  version: string
  /** Share of the planned time, in order; they make one whole. */
  phases: readonly { phase: Phase; share: number }[]
  frame: Readonly<Record<Locale, readonly string[]>>
  purpose: Readonly<Record<Locale, string>>
  prompts: Readonly<Partial<Record<RoundKind, Readonly<Record<Locale, readonly string[]>>>>>
  reviewDays: number
  reactionDays: number
  plannedMinutes: number
}

export const defaultTemplate: Template = {
  version: 'ecosystem-1',
  phases: [
    { phase: 'welcome', share: 0.06 },
    { phase: 'weather', share: 0.1 },
    { phase: 'follow-up', share: 0.06 },
    { phase: 'agenda', share: 0.64 },
    { phase: 'closing', share: 0.1 },
    { phase: 'wrap-up', share: 0.04 },
  ],
  frame: {
    fr: [
      'Qualité de présence',
      'Écoute sans interrompre',
      'Je parle en « je », je dis au nom de qui',
      'Je peux passer sans me justifier',
      'Ce qui se dit à la météo reste dans le cercle',
    ],
    en: [
      'Being fully present',
      'Listening without interrupting',
      'I say “I”, and in whose name I speak',
      'I may pass without giving a reason',
      'What is said in the weather round stays in the circle',
    ],
  },
  purpose: {
    fr: 'Espace de coopération rassemblant des représentant·es de structures juridiques et de commissions de l’écosystème',
    en: 'A place of cooperation that brings together people speaking for the structures and commissions of the ecosystem',
  },
  prompts: {
    weather: { fr: ['Quelle est ta météo du moment ?'], en: ['What is your weather right now?'] },
    feelings: { fr: ['Qu’est-ce que cela me fait ?'], en: ['What does this stir in me?'] },
    closing: {
      fr: [
        'Avec quoi je repars ?',
        'Ce que j’ai apprécié dans notre façon de faire',
        'Ce que nous pourrions améliorer',
        'Un merci à…',
        'Un mot.',
      ],
      en: ['What do I leave with?', 'What I enjoyed in the way we worked', 'What we could do better', 'Thanks to…', 'One word.'],
    },
  },
  reviewDays: 7,
  reactionDays: 14,
  plannedMinutes: 90,
}

import type { Meeting } from './entities.ts'

/** Questions that a group may put in its own words [A17]. That of objections is a part of the consent process, and stays. */
export const promptKinds = ['weather', 'clarification', 'feelings', 'closing', 'improvement'] as const
export type PromptKind = (typeof promptKinds)[number]

/** The group's own question; `undefined` where the catalogue's stands. */
export const ownPrompt = ({ prompts }: Pick<Meeting, 'prompts'>, kind: string): string | undefined =>
  promptKinds.some((each) => each === kind) ? prompts?.[kind as PromptKind] : undefined

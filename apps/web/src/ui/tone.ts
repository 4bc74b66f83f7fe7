/** Colours an icon and its one word may take. Never the only sign: the word says it too. */
export type Tone = 'moss' | 'tension' | 'fatigue' | 'joy' | 'ink'

export const toneText: Record<Tone, string> = {
  moss: 'text-moss',
  tension: 'text-tension',
  fatigue: 'text-fatigue',
  joy: 'text-joy',
  ink: 'text-ink',
}

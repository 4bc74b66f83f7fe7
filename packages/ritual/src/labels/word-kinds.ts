/** Entries of the meeting's common lists: three kinds of learning [F6], disagreements [B5], resources [H1]. */
export const wordKinds = ['learning', 'watchpoint', 'recommendation', 'disagreement', 'resource'] as const
export type WordKind = (typeof wordKinds)[number]

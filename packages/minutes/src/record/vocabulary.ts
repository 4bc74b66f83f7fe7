/** The ids a record may hold. They are the format's own: a stored export must still be read when the ritual's lists have grown. */

export const roleIds = ['facilitator', 'moodWatcher', 'timekeeper', 'scribe', 'speechKeeper', 'decisionKeeper'] as const
export type RoleId = (typeof roleIds)[number]

/** Display order [§2.3]. */
export const weatherIds = ['sun', 'clearing', 'rainbow', 'clouds', 'wind', 'fog', 'rain', 'storm'] as const
export const signalKinds = ['tension', 'fatigue', 'pace', 'voice', 'confusion', 'clash', 'emotion', 'frame', 'joy'] as const
export const responseIds = [
  'pause',
  'silence',
  'feelings-round',
  'cross-restatement',
  'frame-reminder',
  'slow-down',
  'give-voice',
  'clarify',
  'postpone',
  'aside-talk',
  'new-item',
  'handed-over',
  'heard',
  'celebrate',
] as const
export type WeatherId = (typeof weatherIds)[number]

export type SignalKind = (typeof signalKinds)[number]

export type ResponseId = (typeof responseIds)[number]

export const itemKinds = [
  'information',
  'broadcast',
  'feedback',
  'contribution',
  'advice',
  'concertation',
  'decision',
  'election',
  'rex',
  'tension',
  'follow-up',
] as const
export const itemTopics = ['funding', 'approval', 'investment', 'administrative', 'regulatory', 'shared-places'] as const
export type ItemKind = (typeof itemKinds)[number]

export const noteTypes = ['question', 'answer', 'reaction', 'idea', 'important'] as const
export type NoteType = (typeof noteTypes)[number]

export const decisionProcesses = ['consent', 'consent-express', 'advice', 'election', 'approval', 'ascertained'] as const
export const positions = ['no-objection', 'concern', 'objection', 'not-clear', 'aside'] as const
export type DecisionProcess = (typeof decisionProcesses)[number]

export type Position = (typeof positions)[number]

export const actionStates = ['open-without-taker', 'proposed', 'accepted', 'in-progress', 'done', 'given-back', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]

export const reviewVerdicts = ['keep', 'change', 'stop'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

export const rotiValues = ['5', '4', '3', '2', '1'] as const

export const redactions = [
  'closing-words',
  'closing-name',
  'closing-improvement',
  'name',
  'note',
  'reaction',
  'advice',
  'objection',
  'concern',
  'improvement',
  'interest',
  'commitment',
  'feedback',
  'feedback-answer',
  'reaction-answer',
  'advice-answer',
  'feedback-learning',
  'experience',
  'summary',
  'correction',
] as const
export type Redaction = (typeof redactions)[number]

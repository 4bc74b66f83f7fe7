import type { ActOf } from '../acts.ts'
import type { Judge } from '../scene.ts'
import type { signalActs } from './acts.ts'
import { acknowledgeSignal, advanceCare, careSignal, carrySignal, settleSignal, withdrawSignal } from './care.ts'
import { askConsents, consentHandover, handOverSignal, refuseHandover } from './handover.ts'
import { callFramePoint } from './frame-point.ts'
import { raiseSignal } from './raise.ts'
import { answerWhisper, readWhisper, setWhispers, whisper } from './whispers.ts'

/** Rules of whispers and signals [§2.4.4, §2.4.5]. */
export const signalJudges: { [T in keyof typeof signalActs]: Judge<ActOf<T>> } = {
  whisper,
  'read-whisper': readWhisper,
  'answer-whisper': answerWhisper,
  'set-whispers': setWhispers,
  'raise-signal': raiseSignal,
  'acknowledge-signal': acknowledgeSignal,
  'care-signal': careSignal,
  'advance-care': advanceCare,
  'settle-signal': settleSignal,
  'ask-consents': askConsents,
  'consent-handover': consentHandover,
  'refuse-handover': refuseHandover,
  'hand-over-signal': handOverSignal,
  'carry-signal': carrySignal,
  'withdraw-signal': withdrawSignal,
  'call-frame-point': callFramePoint,
}

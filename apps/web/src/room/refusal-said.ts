import { refusalIn, type Labels, type Outcome, type RefusalCode } from '@clairiere/ritual'
import type { Sent } from './outbox.ts'

/**
 * Why an act was refused, in the language of this page. The server answers a socket in the language of the browser, which somebody may have changed in the app:
 * its own sentence is taken only where the page cannot say it, for want of the name or the number in it, or of a code it does not know yet.
 */
export const refusalSaid = (sent: Extract<Sent, { ok: false }>, foreseen: Outcome<unknown> | null, labels: Labels): string => {
  const code = sent.refused as RefusalCode
  if (foreseen && !foreseen.ok && foreseen.refused === code) return refusalIn(labels, code, foreseen.detail)
  if (typeof labels.refusals[code] === 'string') return labels.refusals[code]
  return ('message' in sent && sent.message) || refusalIn(labels, code)
}

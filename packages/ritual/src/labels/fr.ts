import { agenda } from './fr/agenda.ts'
import { deciding } from './fr/deciding.ts'
import { followUp } from './fr/follow-up.ts'
import { meeting } from './fr/meeting.ts'
import { mood } from './fr/mood.ts'
import { people } from './fr/people.ts'
import { powers } from './fr/powers.ts'
import { refusals } from './fr/refusals.ts'
import type { Labels } from './shape.ts'

export const fr: Labels = { mood, people, meeting, agenda, deciding, followUp, powers, refusals }

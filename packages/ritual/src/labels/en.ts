import { agenda } from './en/agenda.ts'
import { deciding } from './en/deciding.ts'
import { followUp } from './en/follow-up.ts'
import { meeting } from './en/meeting.ts'
import { mood } from './en/mood.ts'
import { people } from './en/people.ts'
import { powers } from './en/powers.ts'
import { refusals } from './en/refusals.ts'
import type { Labels } from './shape.ts'

export const en: Labels = { mood, people, meeting, agenda, deciding, followUp, powers, refusals }

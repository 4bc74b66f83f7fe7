import { en as catchUp } from '../../catch-up/en.ts'
import { en as circle } from '../../circle/en.ts'
import { en as live } from '../../live/en.ts'
import { en as lobby } from '../../lobby/en.ts'
import { en as room } from '../../room/en.ts'
import { en as shell } from '../../shell/en.ts'
import { en as ui } from '../../ui/en.ts'
import { en as weather } from '../../weather/en.ts'
import { en as welcome } from '../../welcome/en.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = { catchUp, circle, live, lobby, room, shell, ui, weather, welcome }

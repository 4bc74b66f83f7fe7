import { fr as catchUp } from '../../catch-up/fr.ts'
import { fr as circle } from '../../circle/fr.ts'
import { fr as live } from '../../live/fr.ts'
import { fr as lobby } from '../../lobby/fr.ts'
import { fr as room } from '../../room/fr.ts'
import { fr as shell } from '../../shell/fr.ts'
import { fr as ui } from '../../ui/fr.ts'
import { fr as weather } from '../../weather/fr.ts'
import { fr as welcome } from '../../welcome/fr.ts'

/** Sentences of the first screens: the door, the frame, the card for whoever comes late, the weather. French is the source: its shape is the type that English must match. */
export const fr = { catchUp, circle, live, lobby, room, shell, ui, weather, welcome }

import { en as opening } from '../../lobby/en-opening.ts'
import { en as minutes } from '../../minutes/en.ts'
import { en as projector } from '../../projector/en.ts'
import { en as registers } from '../../registers/en.ts'
import type { frPages } from './fr-pages.ts'

export const enPages: typeof frPages = { minutes, opening, projector, registers }

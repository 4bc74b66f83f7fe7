import type { Row } from '../row.ts'
import { crowdRow } from './crowd.ts'
import { guardRow } from './guard.ts'
import { idleRow } from './idle.ts'
import { joinersRow } from './joiners.ts'
import { typingRows } from './typing.ts'

/** All loads, in the order of the table. */
export const rows: readonly Row[] = [...typingRows, crowdRow, joinersRow, idleRow, guardRow]

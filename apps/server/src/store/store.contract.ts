import type { NewBench } from './contract/bench.ts'
import { keepingContract } from './contract/keeping.ts'
import { sealingContract } from './contract/sealing.ts'
import { troubleContract } from './contract/trouble.ts'
import { writingContract } from './contract/writing.ts'

/** What every store does. Run by `sqlite.test.ts` and `memory.test.ts`; an adapter is what passes it. */
export function storeContract(newBench: NewBench): void {
  writingContract(newBench)
  troubleContract(newBench)
  keepingContract(newBench)
  sealingContract(newBench)
}

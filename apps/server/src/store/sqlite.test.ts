import { describe } from 'vitest'
import { SqliteBench } from './sqlite.bench.ts'
import { storeContract } from './store.contract.ts'

describe('the SQLite store', () => {
  storeContract(() => Promise.resolve(new SqliteBench()))
})

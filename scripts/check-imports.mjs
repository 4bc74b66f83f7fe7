import { fileURLToPath } from 'node:url'
import { findOffences } from './import-rule.mjs'
import { readSourceTree } from './source-tree.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const tree = readSourceTree(root, ['apps', 'packages', 'tests'])
const offences = findOffences(tree)

for (const { path, line } of offences) console.error(`${path}: ${line}`)
console.log(offences.length === 0 ? `${tree.files.length} files keep the import rule` : `${offences.length} breaches of the import rule`)
process.exitCode = offences.length === 0 ? 0 : 1

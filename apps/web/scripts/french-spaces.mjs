// Mends the spaces of every sentence in src/**/fr.ts and fr-*.ts, in place: `node apps/web/scripts/french-spaces.mjs`. Code between sentences is left alone.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { mendFrenchSpaces } from '../src/i18n/french-spaces.ts'

const root = new URL('..', import.meta.url).pathname
for (const file of globSync('src/**/fr{,-*}.ts', { cwd: root })) {
  const before = readFileSync(root + file, 'utf8')
  const after = before.replaceAll(/(?<![\p{L}\d])'[^'\n]*'|`[^`]*`/gu, (literal) =>
    // What stands between ${ and } is code.
    literal
      .split(/(\$\{[^}]*\})/u)
      .map((part) => (part.startsWith('${') ? part : mendFrenchSpaces(part)))
      .join(''),
  )
  if (after === before) continue
  writeFileSync(root + file, after)
  console.log(`mended ${file}`)
}

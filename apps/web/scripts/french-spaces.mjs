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
      // A value may be a number: « ${count} min » keeps together as « 8 min » does.
      .map((part, index) => (part.startsWith('${') ? part : mendFrenchSpaces((index > 0 ? '7' : '') + part).slice(index > 0 ? 1 : 0)))
      .join(''),
  )
  if (after === before) continue
  writeFileSync(root + file, after)
  console.log(`mended ${file}`)
}

// How many bytes a first visit costs, read off the build: `node apps/web/scripts/weight.mjs` after `pnpm build`.
// Follows the static imports of the entry, and of the chunks that a path needs; exits 1 when a path is over its budget.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
if (!existsSync(dist)) throw new Error('nothing is built: run pnpm build first')
const assets = readdirSync(new URL('assets/', dist)).filter((file) => file.endsWith('.js'))
const sourceOf = (file) => readFileSync(new URL(`assets/${file}`, dist), 'utf8')
/** A chunk without a source of ours (the bundler's own helper) has no map. */
const mapOf = (file) => {
  const map = new URL(`assets/${file}.map`, dist)
  return existsSync(map) ? JSON.parse(readFileSync(map, 'utf8')) : { sources: [] }
}

/** The chunk that holds a source file, by the end of its path. */
function chunkWith(end) {
  return assets.find((file) => mapOf(file).sources.some((source) => source.endsWith(end)))
}

/** A chunk and all it imports statically. */
function closure(files, seen = new Set()) {
  for (const file of files) {
    if (!file || seen.has(file)) continue
    seen.add(file)
    const imported = [...sourceOf(file).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map((match) => match[1])
    closure(imported, seen)
  }
  return seen
}

const KB = 1000
const paths = [
  {
    name: 'join and give the weather',
    budget: 178 * KB,
    sources: [
      'src/main.tsx',
      'i18n/catalogue/fr.ts',
      'src/lobby/enter.tsx',
      'src/room-screen.tsx',
      'src/weather/weather.tsx',
      'src/weather/weather-form.tsx',
      'labels/fr.ts',
    ],
  },
  { name: 'the rules, behind it', budget: 39 * KB, sources: ['src/room/foresee.ts'], without: ['join and give the weather'] },
  {
    name: 'the editor, on top',
    budget: 140 * KB,
    sources: ['src/editor/tiptap-note.tsx'],
    without: ['join and give the weather', 'the rules, behind it'],
  },
  { name: 'a sheet, on top', budget: 40 * KB, sources: ['src/ui/sheet-modal.tsx'], without: ['join and give the weather'] },
]

const sizes = new Map()
let over = false
for (const { name, budget, sources, without = [] } of paths) {
  const found = sources.map(chunkWith)
  const missing = sources.filter((_, index) => !found[index])
  const had = new Set(without.flatMap((path) => [...(sizes.get(path) ?? [])]))
  const files = [...closure(found)].filter((file) => !had.has(file))
  sizes.set(name, new Set(files))
  const gzip = files.reduce((sum, file) => sum + gzipSync(sourceOf(file), { level: 9 }).length, 0)
  const brotli = files.reduce((sum, file) => sum + brotliCompressSync(sourceOf(file)).length, 0)
  over ||= gzip > budget
  console.log(
    `${name}: ${(gzip / KB).toFixed(1)} kB gz (${(brotli / KB).toFixed(1)} br) of ${budget / KB}, ${files.length} files${missing.length ? `; not built: ${missing.join(', ')}` : ''}`,
  )
}
process.exit(over ? 1 : 0)

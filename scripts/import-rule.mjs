import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { findCycles } from './cycles.mjs'
import { resolveRelative } from './source-tree.mjs'

/**
 * « Who may import whom » of ARCHITECTURE.md, as code. `pnpm check` refuses whatever this page does not allow.
 *
 * @typedef {import('./source-tree.mjs').SourceTree} SourceTree
 * @typedef {import('./source-tree.mjs').SourceFile} SourceFile
 * @typedef {import('./source-tree.mjs').Package} Package
 * @typedef {{ path: string, line: string }} Offence
 */

const ours = '@clairiere/'

/**
 * Which of our packages each one may import.
 *
 * @type {Record<string, string[] | undefined>}
 */
const allowedPackages = {
  '@clairiere/ritual': [],
  '@clairiere/minutes': ['@clairiere/ritual'],
  '@clairiere/server': ['@clairiere/ritual', '@clairiere/minutes'],
  '@clairiere/web': ['@clairiere/ritual', '@clairiere/minutes'],
  '@clairiere/tests': ['@clairiere/ritual', '@clairiere/minutes'],
}

const runsInBrowserToo = ['packages/ritual/src/', 'packages/minutes/src/', 'apps/web/src/']
const testTools = ['vitest', 'vite']
const testFile = /\.(test|contract|spec|bench)\.tsx?$|\.config\.ts$|\/(build|test|contract|rehearsal|kill)\//
const forbiddenName = /^(utils?|helpers?|common|types?)$/
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/

/** The files of the ritual that know Yjs: the document's layout and the schema of a note, with their tests. */
const knowsYjs = /^packages\/ritual\/src\/(.*\/)?(board-document|note-schema)(\/|\.|-)/

/** Folders of the web app's src that every feature may lean on, and those that, like src itself, put the features together. The rest are features. */
const webShared = new Set(['editor', 'room', 'ui', 'i18n'])
const webTop = new Set(['', 'shell', 'gallery'])

/** Each folder keeps its sentences in a fr.ts and an en.ts of its own; one place gathers them. */
const catalogues = 'apps/web/src/i18n/catalogue/'
const ownWords = /\/(fr|en)(-[a-z]+)?\.ts$/

/**
 * Every place where `tree` breaks the rule; empty when it keeps it.
 *
 * @param {SourceTree} tree
 * @returns {Offence[]}
 */
export function findOffences(tree) {
  /** @type {Offence[]} */
  const offences = []
  /** @type {Map<string, string[]>} */
  const edges = new Map()
  for (const file of tree.files) {
    const owner = tree.packages.find(({ folder }) => file.path.startsWith(`${folder}/`))
    /** @param {string} line */
    const refuse = (line) => offences.push({ path: file.path, line })
    checkName(file.path, refuse)
    /** @type {string[]} */
    const targets = []
    for (const specifier of file.specifiers) {
      if (!specifier.startsWith('.')) {
        if (owner) checkPackage(owner, file.path, specifier, refuse)
        continue
      }
      const target = resolveRelative(tree, file.path, specifier)
      if (target === undefined) refuse(`'${specifier}' does not name a file (write the extension)`)
      else if (owner && !target.startsWith(`${owner.folder}/`)) refuse(`'${specifier}' leaves the package; import it by its name`)
      else {
        targets.push(target)
        checkFolders(file.path, target, refuse)
      }
    }
    edges.set(file.path, targets)
  }
  for (const cycle of findCycles(edges)) {
    offences.push({ path: cycle[0] ?? '', line: `imports itself in a circle: ${cycle.join(', ')}` })
  }
  return offences
}

/**
 * A file says what it holds by its name; a drawer for anything at all has no name to give.
 *
 * @param {string} path
 * @param {(line: string) => void} refuse
 */
function checkName(path, refuse) {
  const { name } = posix.parse(path)
  const stem = name.split('.')[0] ?? ''
  const parts = posix.dirname(path).split('/')
  if (forbiddenName.test(stem)) refuse(`a file is named for its one noun or verb, not '${stem}'`)
  const folder = parts.find((part) => forbiddenName.test(part))
  if (folder) refuse(`a folder is named for what it holds, not '${folder}'`)
  if (!kebab.test(name)) refuse('file names are written in kebab-case')
}

/**
 * What a package may import by name: what its package.json lists and, of ours, what stands below it.
 *
 * @param {Package} owner
 * @param {string} path
 * @param {string} specifier
 * @param {(line: string) => void} refuse
 */
function checkPackage(owner, path, specifier, refuse) {
  const name = packageOf(specifier)
  const test = testFile.test(path) || owner.folder === 'tests'
  if (specifier.startsWith('node:') || builtinModules.includes(name)) {
    if (!specifier.startsWith('node:')) refuse(`write 'node:${specifier}'`)
    if (!test && runsInBrowserToo.some((folder) => path.startsWith(folder))) refuse(`'${specifier}' does not exist in a browser`)
    return
  }
  if (name.startsWith(ours)) {
    const allowed = allowedPackages[owner.name] ?? []
    if (name !== owner.name && !allowed.includes(name)) return refuse(`${owner.name} may not import ${name}`)
  }
  const listed = [owner.name, ...owner.dependencies, ...(test ? [...owner.devDependencies, ...testTools] : [])]
  // Some packages are types alone: `mdast` is imported by the name that @types/mdast describes.
  const describedOnly = owner.devDependencies.includes(`@types/${name}`)
  if (!listed.includes(name) && !describedOnly) {
    const reason = owner.devDependencies.includes(name) ? 'is there for the tests of' : 'is not a dependency of'
    refuse(`'${name}' ${reason} ${owner.name}`)
  }
  if (name === 'yjs' && owner.name === '@clairiere/ritual' && !knowsYjs.test(path)) {
    refuse('in the ritual only board-document and note-schema know Yjs')
  }
  checkSpecifierInFolder(path, name, test, refuse)
}

/**
 * What a folder may not know, whatever its package may.
 *
 * @param {string} path
 * @param {string} name
 * @param {boolean} test
 * @param {(line: string) => void} refuse
 */
function checkSpecifierInFolder(path, name, test, refuse) {
  if (path.startsWith('apps/server/src/room/') && (name === 'hono' || name.startsWith('@hono/'))) refuse('room/ knows no Hono')
  if (path.startsWith('apps/server/src/store/') && (name === 'yjs' || name === 'y-protocols')) refuse('store/ knows no Yjs')
  if (path.startsWith('apps/server/src/guard/') && !test && name !== 'yjs' && name !== 'lib0')
    refuse(`guard/ may import yjs and lib0, not '${name}'`)
  if (path.startsWith('apps/server/src/guard/') && test && name.startsWith(ours)) refuse('guard/ knows no ritual, in its tests either')
  if (path.startsWith('apps/web/src/ui/') && name.startsWith(ours)) refuse('ui/ knows no word of the ritual')
}

/**
 * Which folders of one app may lean on which.
 *
 * @param {string} path
 * @param {string} target
 * @param {(line: string) => void} refuse
 */
function checkFolders(path, target, refuse) {
  const guard = 'apps/server/src/guard/'
  if (path.startsWith(guard) && !target.startsWith(guard)) refuse(`guard/ stands alone, it may not import ${target}`)
  const from = webFolder(path)
  const to = webFolder(target)
  if (from === undefined || to === undefined || from === to || target.endsWith('.css')) return
  if (from === 'ui' && to === 'i18n') return
  if (path.startsWith(catalogues) && ownWords.test(target)) return
  if (from === 'ui') refuse(`ui/ knows no word of the domain, it may not import ${target}`)
  else if (webTop.has(from)) return
  else if (webTop.has(to)) refuse(`${target} puts the features together, none of them may import it`)
  else if (!webShared.has(to)) refuse(`${webShared.has(from) ? `${from}/` : `the feature ${from}/`} may not import the feature ${to}/`)
}

/**
 * The folder of the web app's src that holds a file, '' for src itself, undefined outside.
 *
 * @param {string} path
 */
function webFolder(path) {
  const inside = path.match(/^apps\/web\/src\/(?:([^/]+)\/)?[^/]+/)
  return inside ? (inside[1] ?? '') : undefined
}

/** @param {string} specifier */
function packageOf(specifier) {
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

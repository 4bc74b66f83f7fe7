import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { parseSync } from 'vite'

/**
 * What the import rule looks at: every source file of a folder, and what each one names in an import. Paths are relative to the
 * root and written with slashes on every system.
 *
 * @typedef {{ path: string, specifiers: string[] }} SourceFile
 * @typedef {{ name: string, folder: string, dependencies: string[], devDependencies: string[] }} Package
 * @typedef {{ root: string, files: SourceFile[], packages: Package[] }} SourceTree
 */

const source = /\.(ts|tsx|mts|mjs|js)$/
const skipped = new Set(['node_modules', 'dist', 'test-results', 'screenshots', 'data', 'fixtures'])

/**
 * Reads the source files of `folders` and the package.json of each package in them.
 *
 * @param {string} root
 * @param {string[]} folders
 * @returns {SourceTree}
 */
export function readSourceTree(root, folders) {
  const paths = folders.flatMap((folder) => filesUnder(join(root, folder))).map((path) => relative(root, path).split(sep).join('/'))
  const files = paths
    .filter((path) => source.test(path))
    .map((path) => ({ path, specifiers: specifiersOf(path, readFileSync(join(root, path), 'utf8')) }))
  const packages = paths.filter((path) => posix.basename(path) === 'package.json').map((path) => readPackage(root, path))
  return { root, files, packages }
}

/**
 * Everything a module names: static and dynamic imports, re-exports, and types written `import('…')`. Throws on a syntax error,
 * since a file that cannot be read cannot be judged.
 *
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
export function specifiersOf(path, text) {
  const { module, program, errors } = parseSync(path, text)
  const [error] = errors
  if (error) throw new Error(`${path}: ${error.message}`)
  const found = module.staticImports.map((entry) => entry.moduleRequest.value)
  for (const { entries } of module.staticExports)
    for (const entry of entries) if (entry.moduleRequest) found.push(entry.moduleRequest.value)
  if (/\bimport\s*\(/.test(text)) collectCalls(program, found)
  return [...new Set(found)]
}

/**
 * `import('…')`, as an expression or inside a type. A computed address cannot be followed and is left out.
 *
 * @param {unknown} node
 * @param {string[]} found
 */
function collectCalls(node, found) {
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && 'source' in node && (node.type === 'ImportExpression' || node.type === 'TSImportType')) {
    const { source: address } = node
    if (typeof address === 'object' && address && 'value' in address && typeof address.value === 'string') found.push(address.value)
  }
  for (const child of Object.values(node)) collectCalls(child, found)
}

/**
 * The file that a relative specifier names, or undefined when there is none. Queries such as `?url` belong to the bundler.
 *
 * @param {SourceTree} tree
 * @param {string} from
 * @param {string} specifier
 * @returns {string | undefined}
 */
export function resolveRelative(tree, from, specifier) {
  const target = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
  const path = join(tree.root, target)
  return existsSync(path) && statSync(path).isFile() ? target : undefined
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]))
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {Package}
 */
function readPackage(root, path) {
  const { name, dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, path), 'utf8'))
  return {
    name,
    folder: dirname(path).split(sep).join('/'),
    dependencies: Object.keys(dependencies),
    devDependencies: Object.keys(devDependencies),
  }
}

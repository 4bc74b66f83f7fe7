import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/*
 * A stamp says of what a finished step was made, so that a second start does nothing, asks no network, and takes no second.
 * Contents are hashed and not dates: a fresh clone and a checkout of another branch have new dates on old files.
 */

const skipped = new Set(['node_modules', 'dist', 'test-results', 'screenshots'])

/**
 * One hash for files, folders and, for what is not a file (the platform), words.
 *
 * @param {string} root
 * @param {string[]} paths missing ones count as absent
 * @param {string[]} words
 */
export function stampOf(root, paths, words = []) {
  const hash = createHash('sha256')
  for (const word of words) hash.update(`${word}\0`)
  for (const path of paths)
    for (const file of filesUnder(join(root, path)))
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} name
 * @param {string} stamp
 * @param {string} result what the step leaves behind; when that is gone the stamp means nothing
 */
export function isCurrent(root, name, stamp, result) {
  const file = stampFile(root, name)
  return existsSync(join(root, result)) && existsSync(file) && readFileSync(file, 'utf8') === stamp
}

/**
 * @param {string} root
 * @param {string} name
 * @param {string} stamp
 */
export function markCurrent(root, name, stamp) {
  writeFileSync(stampFile(root, name), stamp)
}

/**
 * Before a step starts over: one that is interrupted must not look finished.
 *
 * @param {string} root
 * @param {string} name
 */
export function markStale(root, name) {
  rmSync(stampFile(root, name), { force: true })
}

/**
 * @param {string} root
 * @param {string} name
 */
function stampFile(root, name) {
  return join(root, 'node_modules', `.${name}-stamp`)
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .filter((name) => !skipped.has(name))
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)))
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { findOffences } from './import-rule.mjs'
import { readSourceTree } from './source-tree.mjs'

const packages = {
  'packages/ritual/package.json': {
    name: '@clairiere/ritual',
    dependencies: { valibot: '1', yjs: '13' },
    devDependencies: { 'fast-check': '4' },
  },
  'packages/minutes/package.json': {
    name: '@clairiere/minutes',
    dependencies: { '@clairiere/ritual': '*', unified: '11' },
    devDependencies: { '@types/mdast': '4' },
  },
  'apps/server/package.json': {
    name: '@clairiere/server',
    dependencies: { '@clairiere/ritual': '*', '@clairiere/minutes': '*', hono: '4', yjs: '13', lib0: '0', nanoid: '6' },
  },
  'apps/web/package.json': { name: '@clairiere/web', dependencies: { '@clairiere/ritual': '*', '@clairiere/minutes': '*', react: '19' } },
}

/** @type {string[]} */
const made = []
afterEach(() => made.splice(0).forEach((root) => rmSync(root, { recursive: true })))

/**
 * The breaches in a repository of these files, each as `path: line`.
 *
 * @param {Record<string, string>} files
 */
function breaches(files) {
  const root = mkdtempSync(join(tmpdir(), 'import-rule-'))
  made.push(root)
  const manifests = Object.entries(packages).map(([path, content]) => [path, JSON.stringify(content)])
  for (const [path = '', content = ''] of [...manifests, ...Object.entries(files)]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return findOffences(readSourceTree(root, ['apps', 'packages', 'tests'])).map(({ path, line }) => `${path}: ${line}`)
}

describe('a house in order', () => {
  test('has no breach', () => {
    const found = breaches({
      'packages/ritual/src/board-document.ts': "import * as Y from 'yjs'\nimport { id } from './ids.ts'\nexport const d = [Y, id]",
      'packages/ritual/src/notes/note-schema.ts': "import * as Y from 'yjs'\nexport const s = Y",
      'packages/ritual/src/ids.ts': "import * as v from 'valibot'\nexport const id = v",
      'packages/ritual/src/ids.test.ts':
        "import { test } from 'vitest'\nimport fc from 'fast-check'\nimport { readFileSync } from 'node:fs'\ntest('', () => [fc, readFileSync])",
      'packages/minutes/src/tree.ts':
        "import type { Id } from '@clairiere/ritual'\nimport type { Root } from 'mdast'\nexport type T = Id | Root",
      'apps/server/src/main.ts': "import { room } from './room/room.ts'\nimport { serve } from 'node:http'\nexport { room, serve }",
      'apps/server/src/room/room.ts':
        "import { inspect } from '../guard/inspect.ts'\nimport '@clairiere/ritual'\nexport const room = inspect",
      'apps/server/src/guard/inspect.ts': "import * as Y from 'yjs'\nimport * as d from 'lib0/decoding'\nexport const inspect = [Y, d]",
      'apps/web/src/app.tsx': "import { Sky } from './weather/sky.tsx'\nexport const app = <Sky />",
      'apps/web/src/weather/sky.tsx': "import { Button } from '../ui/button.tsx'\nimport '../styles/sky.css'\nexport const Sky = Button",
      'apps/web/src/weather/fr.ts': 'export const fr = {}',
      'apps/web/src/lobby/fr-door.ts': 'export const fr = {}',
      'apps/web/src/i18n/catalogue/fr.ts':
        "import { fr } from '../../weather/fr.ts'\nimport { fr as door } from '../../lobby/fr-door.ts'\nexport const all = { fr, door }",
      'apps/web/src/styles/sky.css': '',
      'apps/web/src/ui/button.tsx': "import { memo } from 'react'\nexport const Button = memo",
    })
    expect(found).toEqual([])
  })
})

describe('between packages', () => {
  /** @type {[string, string, string][]} */
  const cases = [
    ['apps/web/src/app.ts', "import type { Room } from '@clairiere/server'", '@clairiere/web may not import @clairiere/server'],
    ['packages/ritual/src/act.ts', "import '@clairiere/minutes'", '@clairiere/ritual may not import @clairiere/minutes'],
    [
      'packages/minutes/src/page.ts',
      "import '../../ritual/src/ids.ts'",
      "'../../ritual/src/ids.ts' leaves the package; import it by its name",
    ],
    ['apps/web/src/app.ts', "export const page = import('@clairiere/server')", '@clairiere/web may not import @clairiere/server'],
    ['apps/web/src/app.ts', "export type Page = import('@clairiere/server').Page", '@clairiere/web may not import @clairiere/server'],
    ['apps/web/src/app.ts', "export type { Room } from '@clairiere/server'", '@clairiere/web may not import @clairiere/server'],
  ]
  test.each(cases)('%s: %s', (path, text, line) => {
    expect(breaches({ 'packages/ritual/src/ids.ts': '', [path]: text })).toContain(`${path}: ${line}`)
  })
})

describe('within a package', () => {
  /** @type {[string, string, string][]} */
  const cases = [
    ['packages/ritual/src/act.ts', "import { readFileSync } from 'node:fs'", "'node:fs' does not exist in a browser"],
    ['packages/minutes/src/page.ts', "import 'node:path'", "'node:path' does not exist in a browser"],
    ['apps/server/src/config.ts', "import 'fs'", "write 'node:fs'"],
    ['packages/ritual/src/act.ts', "import * as Y from 'yjs'", 'in the ritual only board-document and note-schema know Yjs'],
    ['packages/ritual/src/act.ts', "import fc from 'fast-check'", "'fast-check' is there for the tests of @clairiere/ritual"],
    ['packages/ritual/src/act.ts', "import { z } from 'zod'", "'zod' is not a dependency of @clairiere/ritual"],
    ['apps/server/src/room/room.ts', "import { Hono } from 'hono'", 'room/ knows no Hono'],
    ['apps/server/src/store/sqlite.ts', "import * as Y from 'yjs'", 'store/ knows no Yjs'],
    ['apps/server/src/guard/inspect.ts', "import '@clairiere/ritual'", "guard/ may import yjs and lib0, not '@clairiere/ritual'"],
    ['apps/server/src/guard/inspect.ts', "import 'nanoid'", "guard/ may import yjs and lib0, not 'nanoid'"],
    ['apps/server/src/guard/inspect.test.ts', "import '@clairiere/ritual'", 'guard/ knows no ritual, in its tests either'],
    ['apps/server/src/guard/inspect.ts', "import '../main.ts'", 'guard/ stands alone, it may not import apps/server/src/main.ts'],
    ['apps/web/src/ui/button.tsx', "import type { Act } from '@clairiere/ritual'", 'ui/ knows no word of the ritual'],
    [
      'apps/web/src/ui/button.tsx',
      "import '../agenda/item.tsx'",
      'ui/ knows no word of the domain, it may not import apps/web/src/agenda/item.tsx',
    ],
    ['apps/web/src/weather/sky.tsx', "import '../agenda/item.tsx'", 'the feature weather/ may not import the feature agenda/'],
    ['apps/web/src/room/connect.ts', "import '../agenda/item.tsx'", 'room/ may not import the feature agenda/'],
    ['apps/web/src/i18n/catalogue/fr.ts', "import '../../agenda/item.tsx'", 'i18n/ may not import the feature agenda/'],
    ['apps/web/src/weather/sky.tsx', "import '../app.tsx'", 'apps/web/src/app.tsx puts the features together, none of them may import it'],
    ['apps/web/src/weather/sky.tsx', "import './cloud'", "'./cloud' does not name a file (write the extension)"],
  ]
  const others = { 'apps/server/src/main.ts': '', 'apps/web/src/app.tsx': '', 'apps/web/src/agenda/item.tsx': '' }
  test.each(cases)('%s: %s', (path, text, line) => {
    expect(breaches({ ...others, [path]: text })).toEqual([`${path}: ${line}`])
  })
})

describe('circles', () => {
  test('of types count too', () => {
    const found = breaches({
      'packages/ritual/src/a.ts': "import { b } from './b.ts'\nexport type A = typeof b",
      'packages/ritual/src/b.ts': "import type { C } from './c.ts'\nexport const b: C = 1",
      'packages/ritual/src/c.ts': "import type { A } from './a.ts'\nexport type C = A",
      'packages/ritual/src/d.ts': "import type { A } from './a.ts'\nexport type D = A",
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/imports itself in a circle/)
    for (const name of ['a', 'b', 'c']) expect(found[0]).toContain(`packages/ritual/src/${name}.ts`)
    expect(found[0]).not.toContain('d.ts')
  })

  test('two of them are two breaches', () => {
    const pair = (/** @type {string} */ one, /** @type {string} */ other) => ({
      [`packages/ritual/src/${one}.ts`]: `import './${other}.ts'`,
      [`packages/ritual/src/${other}.ts`]: `import './${one}.ts'`,
    })
    expect(breaches({ ...pair('a', 'b'), ...pair('c', 'd') })).toHaveLength(2)
  })
})

describe('names', () => {
  test.each(['utils.ts', 'helpers.tsx', 'common.ts', 'types.ts', 'types.test.ts', 'utils/date.ts', 'AgendaItem.tsx'])(
    '%s is refused',
    (name) => {
      expect(breaches({ [`apps/web/src/agenda/${name}`]: '' })).toHaveLength(1)
    },
  )
})

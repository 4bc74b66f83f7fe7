import { expect, test } from 'vitest'
import { markOf } from './came-by.ts'

test('two links have two marks, one link always the same', () => {
  const [host, join] = ['3CfhVzTLryyZCDDs3pCjHXgIGlFGsvqixY81ufnk8vQ', 'del65lECp0TAbB7ngYXcico_9xOrkbv8bf8BhvMp7dc']
  expect(markOf(host)).toBe(markOf(host))
  expect(markOf(host)).not.toBe(markOf(join))
})

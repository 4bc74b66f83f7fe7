import type { Action } from './verdict.ts'

/** What a value of a map, an attribute or a mark may be: nothing that JSON cannot say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type ValueRule = (value: Json) => boolean

/** Values by name: of attributes, or of marks. What is not named is refused. */
export type ValueRules = Readonly<Record<string, ValueRule>>

/** Stands for text among the names of children. */
export const TEXT = '#text'

export interface ElementRule {
  /** Names of the elements it may hold, `TEXT` for text. */
  readonly children: readonly string[]
  readonly attributes?: ValueRules
}

/** One JSON value per key. */
export interface MapShape {
  readonly kind: 'map'
  readonly value: (value: Json, key: string) => boolean
}

export interface TextShape {
  readonly kind: 'text'
  readonly marks?: ValueRules
}

/** A rich text as ProseMirror bindings write it: elements, texts, marks. */
export interface XmlShape {
  readonly kind: 'xmlFragment'
  readonly top: readonly string[]
  readonly elements: Readonly<Record<string, ElementRule>>
  readonly marks?: ValueRules
}

export type RootRule = (MapShape | TextShape | XmlShape) & {
  /** Matches the whole name of the roots this rule is for: anchor it. */
  readonly name: RegExp
  /** Only the server writes here; whatever a client tries is `forbidden`, without asking the policy. */
  readonly serverOnly?: boolean
}

/**
 * All a guard knows of the document it guards. `Standing` is the caller's: what a person may do, as the caller sees it now.
 * `policy` must depend on its arguments alone: what changed in the same offline batch must not decide.
 */
export interface DocSchema<Standing> {
  readonly roots: readonly RootRule[]
  readonly policy: (standing: Standing, action: Action, path: readonly string[]) => boolean
  /** Whether this standing may bring anything at all; absent: the policy alone says. Without it somebody who only reads could bring structs that say nothing, and take ids. */
  readonly brings?: (standing: Standing) => boolean
  /** `unknown`: a name of the right form whose subject is not there yet. The update waits; it is not refused. */
  readonly confirm: (root: string) => 'known' | 'unknown'
}

/** The rule of a root, or null when no rule names it. */
export function ruleOf(roots: readonly RootRule[], name: string): RootRule | null {
  return roots.find((rule) => rule.name.test(name)) ?? null
}

/** An own property of a record of rules: a name such as `constructor` finds nothing. */
export function ownRule<T>(rules: Readonly<Record<string, T>> | undefined, name: string): T | null {
  return rules !== undefined && Object.hasOwn(rules, name) ? (rules[name] ?? null) : null
}

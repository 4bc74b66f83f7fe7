import { ByteReader } from './byte-reader.ts'
import { ANY, DELETED, FORMAT, STRING, TYPE, XML_ELEMENT, XML_TEXT, type Decoded, type Struct } from './decode.ts'
import { childHolder, type Holder } from './holder.ts'
import { isTrap, parseJson, readValue, skipValue } from './json-value.ts'
import type { GuardLimits } from './limits.ts'
import { ownRule, TEXT, type Json, type ValueRules } from './schema.ts'
import { refuse } from './verdict.ts'

/** What ProseMirror bindings add to the name of a mark that may overlap itself. */
const OVERLAP = /--[a-zA-Z0-9+/=]{8}$/

/** What content is checked against, besides its place. */
interface Measure {
  readonly decoded: Decoded
  readonly limits: GuardLimits
}

/**
 * Checks that a new struct is something its place may hold, by the schema. Answers the holder of the type it brings, the `ordinal`th of its
 * update, or null. A struct whose content is gone already (`DELETED`) fits everywhere that something fits.
 */
export function checkContent(measure: Measure, struct: Struct, holder: Holder, key: string | null, ordinal: number): Holder | null {
  const { decoded, limits } = measure
  if (key !== null) {
    checkEntry(decoded, struct, holder, key, limits)
    return null
  }
  switch (holder.kind) {
    case 'text':
      checkText(decoded, struct, holder, limits)
      return null
    case 'fragment':
    case 'element':
      return struct.ref === DELETED ? null : newChild(measure, struct, holder, ordinal)
    case 'map':
    case 'unknown':
      return refuse('bad-shape', 'no list stands here', holder.path)
    default:
      return holder.kind satisfies never
  }
}

/** Checks of a struct that ends up nowhere what the applier reads before it knows where: a mark is parsed while it is decoded. */
export function checkReadable(decoded: Decoded, struct: Struct, limits: GuardLimits): void {
  if (struct.ref === FORMAT) readMark(decoded, struct, limits)
}

function checkEntry(decoded: Decoded, struct: Struct, holder: Holder, key: string, limits: GuardLimits): void {
  const { path } = holder
  if (holder.kind !== 'map' && holder.kind !== 'element') refuse('bad-shape', 'no keys here', path)
  if (struct.rightOrigin !== null) refuse('bad-shape', 'an entry of a key has no right neighbour', path)
  if (isTrap(key) || key.length > limits.keyLength) refuse('bad-shape', 'not a key', path)
  const attribute = holder.kind === 'element' ? ownRule(holder.element?.attributes, key) : null
  if (holder.kind === 'element' && attribute === null) refuse('bad-shape', 'unknown attribute', path)
  if (struct.ref === DELETED) return
  if (struct.ref !== ANY) refuse('bad-shape', 'only plain values have a key', path)
  const { rule } = holder
  const reader = new ByteReader(decoded.bytes, struct.body)
  reader.uint()
  for (let left = struct.skipped; left > 0; left--) skipValue(reader)
  // Yjs merges dead entries of one key where it keeps them, and undo may bring such a struct back to life: its last value is the one shown.
  for (let left = struct.length; left > 0; left--) {
    const from = reader.pos
    const value = readValue(reader, limits.valueDepth)
    if (reader.pos - from > limits.valueBytes) refuse('limit', 'value too large', path)
    const fits = attribute !== null ? attribute(value) : rule?.kind === 'map' && rule.value(value, key)
    if (!fits) refuse('bad-value', 'this value does not fit here', [...path, key])
  }
}

function checkText(decoded: Decoded, struct: Struct, holder: Holder, limits: GuardLimits): void {
  const { path, rule } = holder
  if (struct.ref === STRING || struct.ref === DELETED) return
  if (struct.ref !== FORMAT || rule === null || rule.kind === 'map') refuse('bad-shape', 'a text holds characters and marks', path)
  if (struct.to - struct.body > limits.valueBytes) refuse('limit', 'mark too large', path)
  const { name, value } = readMark(decoded, struct, limits)
  const fits = markRule(rule.marks, name)
  if (fits === null) refuse('bad-shape', 'unknown mark', path)
  if (value !== null && !fits(value)) refuse('bad-value', 'this mark may not say this', path)
}

function readMark(decoded: Decoded, struct: Struct, limits: GuardLimits): { readonly name: string; readonly value: Json } {
  const reader = new ByteReader(decoded.bytes, struct.body)
  return { name: reader.string(), value: parseJson(reader.string(), limits.valueDepth) }
}

function markRule(marks: ValueRules | undefined, name: string): ReturnType<typeof ownRule<ValueRules[string]>> {
  return ownRule(marks, name) ?? ownRule(marks, name.replace(OVERLAP, ''))
}

function newChild({ decoded, limits }: Measure, struct: Struct, holder: Holder, ordinal: number): Holder {
  const { path, rule } = holder
  if (struct.ref !== TYPE || rule === null || rule.kind !== 'xmlFragment') refuse('bad-shape', 'only elements and texts here', path)
  const reader = new ByteReader(decoded.bytes, struct.body)
  const kind = reader.uint()
  if (kind !== XML_ELEMENT && kind !== XML_TEXT) refuse('bad-shape', 'a type that is not accepted', path)
  const name = kind === XML_ELEMENT ? reader.string() : null
  const allowed = holder.element === null ? rule.top : holder.element.children
  if (!allowed.includes(name ?? TEXT)) refuse('bad-shape', 'an element that may not stand here', path)
  if (holder.depth >= limits.elementDepth) refuse('limit', 'nested too deep', path)
  const child = childHolder(holder, name, null, ordinal)
  return child.kind === 'unknown' ? refuse('bad-shape', 'unknown element', path) : child
}

const NARROW = '\u202F'
const WIDE = '\u00A0'

/**
 * French spacing as print has it: a narrow no-break space before ? ! ; and a no-break space before : and inside « », where a plain
 * space was typed. Addresses and hours like 18:06 have no space to mend and are left alone.
 */
export function mendFrenchSpaces(text: string): string {
  return text
    .replaceAll(/[ \u00A0](?=[?!;])/gu, NARROW)
    .replaceAll(/[ \u202F](?=[:»])/gu, WIDE)
    .replaceAll(/(?<=«)[ \u202F]/gu, WIDE)
    .replaceAll(/(?<=\d)[ \u202F](?=(?:h|min|€|%)(?![\p{L}]))/gu, WIDE)
    .replaceAll(/(?<=\dh?[ \u00A0]h)[ \u202F](?=\d)/gu, WIDE)
}

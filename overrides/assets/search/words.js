/*
 * How text becomes words to search for, the same for pages and for what a reader types.
 *
 * Korean and Japanese are written without (reliable) spaces, so a run of their characters is cut into overlapping pairs: 재생에너지 gives
 * 재생, 생에, 에너, 너지, and the last character alone. Every part of a compound is then found. Latin words are kept whole, and once more
 * as their stem, marked with ~ so that it is never taken for a word.
 */
import { stemmer } from "./vendor/stemmer.js"

const CJK = "[\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]"
const RUN = new RegExp(`(?<cjk>${CJK}+)|\\p{N}+(?:[.,]\\p{N}+)+%?|\\p{N}+%|(?:(?!${CJK})[\\p{L}\\p{N}\\p{M}])+`, "gu")

const CHAIN = new RegExp(`(?:${RUN.source.replace("?<cjk>", "?:")})+`, "gu")

/** Make look-alikes equal: full and half width, composed and decomposed, capital and small. */
export const normal = text => text.normalize("NFKC").toLowerCase()

/** Cut normal text into runs of one kind: {text, cjk}. */
export const runs = text => [...text.matchAll(RUN)].map(found => ({ text: found[0], cjk: found.groups.cjk !== undefined }))

/** What was typed without a gap and has Korean or Japanese in it, such as 5천만: it must stand in a page as it is. */
export const solid = text => [...text.matchAll(CHAIN)].map(found => found[0])
  .filter(typed => runs(typed).some(run => run.cjk))

/** The pairs of neighbours in a run of characters. */
export const pairs = run => {
  const characters = [...run]
  return characters.slice(1).map((character, at) => characters[at] + character)
}

/** The words of a text, as the index keeps them. */
export const words = text => runs(normal(text)).flatMap(run => run.cjk
  ? [...pairs(run.text), [...run.text].at(-1)]
  : latin(run.text))

/** A Latin word, its letters and digits apart where it mixes them (COP21), and its stem. */
const latin = word => {
  const parts = word.match(/\p{L}+|\p{N}+/gu)
  const mixed = parts.length > 1 && /\p{L}/u.test(word) ? parts : []
  return /^[a-z]+$/.test(word) ? [word, stem(word)] : [word, ...mixed]
}

/** The marked stem of an English word. */
export const stem = word => `~${stemmer(word)}`

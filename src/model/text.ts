/** "offences" -> "Offences". */
export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** "Its lower limit" -> "its lower limit". */
export function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** "Bedfordshire" -> "Bedfordshire’s", "St Albans" -> "St Albans’"; a name in quotation marks goes by its own last letter. */
export function possessive(title: string): string {
  return /s[”"]?$/.test(title) ? `${title}’` : `${title}’s`;
}

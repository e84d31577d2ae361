/** Somebody else's words as a mail may repeat them: on one line, and never what would pass for the token of a verification. */
export const quotable = (words: string): string => words.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/token=/gi, 'token: ');

/** The languages in which everything is said. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

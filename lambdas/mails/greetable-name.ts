const LIKE_A_LINK = /:\/\/|www\.|token=|\.[a-z]{2,}(?:[/\s]|$)/i;

/**
 * The name to greet with, or nothing. Anybody can register somebody else's address under a "name" that mail programs
 * turn into a link: such a mail greets nobody by name, else the platform would carry advertisements to strangers.
 */
export const greetableName = (name: string): string | undefined => (LIKE_A_LINK.test(name) ? undefined : name);

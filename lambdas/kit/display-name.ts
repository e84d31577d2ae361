import { readUser, type Subject } from '../adapters/identity.ts';
import type { Store } from '../adapters/store.ts';
import type { Vault } from '../adapters/vault.ts';
import { greetableName } from '../mails/greetable-name.ts';

/** How a mail calls somebody else: by name, and by id where the name is gone or would be turned into a link. */
export async function displayNameOf({ store, vault }: { readonly store: Store; readonly vault: Vault }, subject: Subject): Promise<string> {
  const [user, key] = await Promise.all([readUser(store, subject), vault.personKey(subject)]);
  if (!user || !key) return subject.userId;
  const { firstName, lastName } = key.open('personal', user.personal);
  return greetableName(`${firstName} ${lastName}`) ?? subject.userId;
}

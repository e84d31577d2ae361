import { languageNow } from '../../language.tsx';
import { Sample } from './sample.tsx';
import { useApiDocsWords } from './words.ts';

const AS_CALLER = '-H "Authorization: Bearer $TOKEN"';

/** To be pasted one after another; the API lies on this very origin. */
const callsOn = (api: string, language: string) => ({
  logIn: `API=${api}
TOKEN=$(curl -s "$API/auth/login" -H 'Content-Type: application/json' \\
  -d '{"tenantId":"demo","email":"you@example.com","password":"..."}' | jq -r .sessionToken)`,
  call: `curl -s "$API/me" ${AS_CALLER}`,
  page: `CURSOR=
while :; do
  PAGE=$(curl -s -G "$API/users" ${AS_CALLER} \\
    -d limit=100 \${CURSOR:+--data-urlencode "cursor=$CURSOR"})
  echo "$PAGE" | jq -r '.items[].userId'
  CURSOR=$(echo "$PAGE" | jq -r '.cursor // empty'); [ -n "$CURSOR" ] || break
done`,
  follow: `SOMEBODY=usr_...
RUN=$(curl -s "$API/users/$SOMEBODY/roles" ${AS_CALLER} \\
  -H "Idempotency-Key: $(uuidgen)" -H 'Content-Type: application/json' -d '{"roleId":"member"}' | jq -r .runUrl)
curl -s "$RUN" ${AS_CALLER} | jq '{status, cause, next}'`,
  error: `curl -s "$API/me/profile" -X PATCH ${AS_CALLER} \\
  -H 'Accept-Language: ${language}' -H 'Content-Type: application/json' -d '{"timezone":"Nowhere"}' | jq`,
});

export const FirstCalls = () => {
  const { first } = useApiDocsWords();
  const calls = callsOn(`${location.origin}/api`, languageNow.value);
  return (
    <section>
      <h2>{first.title}</h2>
      <p>{first.lead}</p>
      {(['logIn', 'call', 'page', 'follow', 'error'] as const).map((each) => <Sample key={each} label={first[each]} text={calls[each]} />)}
    </section>
  );
};

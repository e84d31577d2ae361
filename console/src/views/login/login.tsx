import { standing } from '../../session.ts';
import { LoginForm } from './login-form.tsx';
import { useLoginWords } from './words.ts';

/** Stands where a view of the console would be; the address stays, and the view opens once the reader has logged in. */
export const LoginView = () => {
  const words = useLoginWords();
  const wasIn = standing.value.kind === 'visitor' && standing.value.wasIn;
  return (
    <section class="card narrow" aria-labelledby="login-heading">
      <h1 id="login-heading">{words.heading}</h1>
      <p class="lead">{wasIn ? words.over : words.needed}</p>
      <div class="act"><LoginForm /></div>
    </section>
  );
};

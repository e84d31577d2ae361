import * as fc from 'fast-check';
import { html } from '../../../lambdas/mails/markup.ts';

const item = (text: string) => html`<li>${text}</li>`;

describe('markup', () => {
  it('takes values as text', () => {
    expect(html`<p title="${'"x" & \'y\''}">${'<b>'}${7}</p>`.toString()).toBe('<p title="&quot;x&quot; &amp; &#39;y&#39;">&lt;b&gt;7</p>');
  });

  it('composes without escaping twice', () => {
    expect(html`<ul>${['a & b', '<c>'].map(item)}</ul>${html`<hr>`}`.toString()).toBe('<ul><li>a &amp; b</li><li>&lt;c&gt;</li></ul><hr>');
    expect(html`${['<', ['>', html`<br>`]]}`.toString()).toBe('&lt;&gt;<br>');
  });

  it('shows an entity that somebody typed as he typed it', () => {
    expect(html`${'&lt;script&gt;'}`.toString()).toBe('&amp;lt;script&amp;gt;');
  });

  it('lets no value open a tag, close an attribute or end an entity', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(html`${value}`.toString().replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&<>"']/);
    }));
  });
});

import { html, type TemplateResult } from 'lit';
import './code-block.ts';
import './markdown.css';
import { type Element, type Node, parse } from './tree.ts';

type Content = TemplateResult | string;

const known = new Map<string, Content[]>();
const mostKnown = 1000;

/** A message's markdown as Lit templates: every text and address goes through a binding, so nothing that is typed becomes markup. */
export function markdown(text: string): Content[] {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const content = parse(text).map(draw);
  known.set(text, content);
  return content;
}

function draw(node: Node): Content {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return html`<br />`;
    case 'code':
      return html`<code dir="ltr">${node.text}</code>`;
    case 'block':
      return html`<code-block .code=${node.text} .language=${node.language}></code-block>`;
    case 'link':
      return html`<a href=${node.address} target="_blank" rel="noopener noreferrer nofollow"
        >${node.children.map(draw)}</a
      >`;
    case 'element':
      return element[node.element](node.children.map(draw), node.start);
  }
}

const element: Record<Element, (content: Content[], start?: number) => TemplateResult> = {
  p: (content) => html`<p dir="auto">${content}</p>`,
  strong: (content) => html`<strong>${content}</strong>`,
  em: (content) => html`<em>${content}</em>`,
  s: (content) => html`<s>${content}</s>`,
  ul: (content) =>
    html`<ul dir="auto">
      ${content}
    </ul>`,
  ol: (content, start = 1) =>
    html`<ol dir="auto" start=${start}>
      ${content}
    </ol>`,
  li: (content) => html`<li dir="auto">${content}</li>`,
  blockquote: (content) => html`<blockquote dir="auto">${content}</blockquote>`,
};

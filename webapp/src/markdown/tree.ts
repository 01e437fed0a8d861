import MarkdownIt from 'markdown-it';

/** What a message may contain, and nothing else. Anything that the parser knows beyond this shows as its plain text. */
export type Element = 'p' | 'strong' | 'em' | 's' | 'ul' | 'ol' | 'li' | 'blockquote';
type Token = ReturnType<MarkdownIt['parse']>[number];
export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'code'; text: string }
  | { kind: 'block'; text: string; language: string }
  | { kind: 'link'; address: string; children: Node[] }
  | { kind: 'element'; element: Element; start?: number; children: Node[] };

const elements: ReadonlySet<string> = new Set<Element>(['p', 'strong', 'em', 's', 'ul', 'ol', 'li', 'blockquote']);
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

// Headings, tables and rules would blow up the type of a conversation, indented code eats pasted text: they stay as they were typed.
const parser = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable([
  'heading',
  'lheading',
  'table',
  'hr',
  'code',
  'reference',
]);
parser.set({ maxNesting: 20 } as object);
parser.linkify.set({ fuzzyEmail: false });
parser.validateLink = (address) => addressOf(address) !== undefined;

export function parse(markdown: string): Node[] {
  return nodesOf(parser.parse(markdown, {}));
}

/** Tokens come as a flat list with opening and closing ones; `open` is the path from the root to the innermost open node. */
function nodesOf(tokens: readonly Token[]): Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const token of tokens) {
    const here = open.at(-1) ?? root;
    if (token.nesting === 1) open.push(opened(token, here));
    else if (token.nesting === -1) open.pop();
    else here.push(...leaf(token));
  }
  return root;
}

function opened(token: Token, here: Node[]): Node[] {
  const children: Node[] = [];
  const address = token.type === 'link_open' ? addressOf(attribute(token, 'href')) : undefined;
  if (address !== undefined) here.push({ kind: 'link', address, children });
  else if (isElement(token.tag) && !token.hidden) here.push(elementOf(token.tag, token, children));
  else return here;
  return children;
}

function elementOf(element: Element, token: Token, children: Node[]): Node {
  const start = Number(attribute(token, 'start') || 1);
  return { kind: 'element', element, children, ...(element === 'ol' && start !== 1 && { start }) };
}

function leaf(token: Token): Node[] {
  switch (token.type) {
    case 'inline':
      return nodesOf(token.children ?? []);
    case 'softbreak':
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'code_inline':
      return [{ kind: 'code', text: token.content }];
    case 'fence':
      return [
        { kind: 'block', text: token.content.replace(/\n$/, ''), language: token.info.trim().split(/\s/)[0] ?? '' },
      ];
    case 'image':
      return imageAsLink(token);
    default:
      return token.content ? [{ kind: 'text', text: token.content }] : [];
  }
}

/** Loading a picture would tell its server who reads here, and when. */
function imageAsLink(token: Token): Node[] {
  const address = addressOf(attribute(token, 'src'));
  const text: Node = { kind: 'text', text: token.content || (address ?? '') };
  return address === undefined ? [text] : [{ kind: 'link', address, children: [text] }];
}

function attribute(token: Token, name: string): string {
  return token.attrGet(name) ?? '';
}

function addressOf(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return schemes.has(url.protocol) ? url.href : undefined;
}

function isElement(tag: string): tag is Element {
  return elements.has(tag);
}

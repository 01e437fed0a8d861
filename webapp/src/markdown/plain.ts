import { type Node, parse } from './tree.ts';

/** What a message says, without its marks, on one line. */
export function plain(markdown: string): string {
  return words(parse(markdown)).replace(/\s+/g, ' ').trim();
}

function words(nodes: readonly Node[]): string {
  return nodes.map(wordsOf).join('');
}

function wordsOf(node: Node): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.text;
    case 'block':
      return ` ${node.text} `;
    case 'break':
      return ' ';
    case 'link':
      return words(node.children);
    case 'element':
      return ['strong', 'em', 's'].includes(node.element) ? words(node.children) : ` ${words(node.children)} `;
  }
}

import { type Document, isScalar, type Scalar, visit } from 'yaml';

/** What every YAML reader takes for text as it stands, be it of YAML 1.1 or 1.2. */
const plainText = /^(?:[A-Za-z/]|\.\/)[\w./@-]*(?::[\w./@-]+)*$/;
const plainQuantity = /^\d+(?:s|m|h|b|k|g|Ki|Mi|Gi|Ti)$/;
const words = /^(?:y|yes|n|no|on|off|true|false|null)$/i;
const printable = /^[\x20-\x7e]*$/;
const block = /^(?:[\x21-\x7e][\x20-\x7e]*)?(?:\n(?:[\x20-\x7e]*[\x21-\x7e])?)*\n$/;

/**
 * The document as text in which every string is read back as that string. cdk8s' own writer leaves some plain that
 * readers disagree on (`0o7`), and some characters bare that readers take for a line's end (U+0085, U+2028).
 */
export function writeYaml(document: Document): string {
  visit(document, {
    Scalar: (_, node) => {
      if (isScalar(node) && typeof node.value === 'string') node.type = styleOf(node.value);
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedAsJSON: true, blockQuote: 'literal', nullStr: '' });
  return text.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Such characters can stand in double quotes alone: `styleOf` gives those to whatever holds one. */
const unsafe = /[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g;

function styleOf(text: string): Scalar.Type {
  if ((plainText.test(text) && !words.test(text)) || plainQuantity.test(text)) return 'PLAIN';
  if (printable.test(text) && !text.includes("'")) return 'QUOTE_SINGLE';
  return block.test(text) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
}

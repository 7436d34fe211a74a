import { Anchor } from './anchor';
import { keyed } from './scalar';
import { flow, isCollection } from './write-yaml';

/** Columns that a line fills, if no word is longer than that. */
export const width = 120;

/** What stands between two commas: an element, or an entry with its key. */
export interface Entry {
  readonly key?: string;
  readonly value: unknown;
}

/**
 * A value in the flow style: on one line if it fits there from the column on, and else folded between its entries, the
 * further lines behind the indentation.
 */
export function folded(value: unknown, column: number, indent: string, line = flow(value)): string {
  if (column + line.length <= width) return line;
  if (!isCollection(value)) return foldedText(line, column, indent);
  if (value instanceof Anchor) return `&${value.name} ${folded(value.value, column + value.name.length + 2, indent)}`;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}${filled(entriesOf(value), column + 1, indent)}${close}`;
}

/**
 * Only a program of several statements, and only where each character stands for itself: between quotes a line's end is
 * a space, and single spaces between words come back as they were.
 */
function foldedText(line: string, column: number, indent: string): string {
  if (!/^['"]\w.*; .*\S['"]$/.test(line) || /\\| {2}|[^\x20-\x7e]/.test(line)) return line;
  // A program is best read statement by statement; one that is too long for a line is folded between its words.
  const pieces = line
    .split(/(?<=;) /)
    .flatMap((part) => (indent.length + part.length > width ? part.split(' ') : [part]));
  let text = '';
  let end = column;
  for (const piece of pieces) {
    const fits = end + piece.length + 2 <= width;
    const next = text === '' ? piece : `${fits ? ' ' : `\n${indent}`}${piece}`;
    text += next;
    end = columnAfter(next, end);
  }
  return text;
}

/** Entries one after the other; one that does not fit any more begins the next line, as does one behind a folded one. */
export function filled(entries: readonly Entry[], column: number, indent: string): string {
  let text = '';
  let end = column;
  let isFolded = false;
  for (const { key, value } of entries) {
    const name = start(key);
    const line = flow(value);
    const between = isFolded || moves(name + line, value, end, indent) ? `,\n${indent}` : ', ';
    const before = text ? between + name : name;
    const from = columnAfter(before, end);
    const rest = folded(value, from, `${indent}  `, line);
    text += before + rest;
    end = columnAfter(rest, from);
    isFolded = rest.includes('\n');
  }
  return text;
}

/** Not so a word that is too long for any line. */
function moves(line: string, value: unknown, column: number, indent: string): boolean {
  const length = line.length + 1;
  return column + 2 + length > width && (isCollection(value) || indent.length + length <= width);
}

function start(key: string | undefined): string {
  return key === undefined ? '' : `${keyed(key)} `;
}

/** The column behind a text that begins at the given one. */
function columnAfter(text: string, column: number): number {
  const end = text.lastIndexOf('\n');
  return end < 0 ? column + text.length : text.length - end - 1;
}

function entriesOf(value: object): readonly Entry[] {
  if (Array.isArray(value)) return value.map((item) => ({ value: item }));
  return Object.entries(value).map(([key, entry]) => ({ key, value: entry }));
}
